package touchmark.ledger.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Transaction;

/// Envelopes as a binary frame, and the bytes that are signed. Every envelope has exactly one
/// frame, so the frame's bytes are a leaf of the chain's Merkle tree.
///
/// Frame: version (u8, 1), payload length (u32), payload, number of signatures (u8), and for each
/// its length (u16) and bytes. Numbers are big-endian.
public final class Envelopes {
  /// The payload type that is signed along.
  public static final String PAYLOAD_TYPE = "application/vnd.touchmark.transaction+json";

  private static final int VERSION = 1;

  private Envelopes() {}

  /// What each signer signs: DSSE's pre-authentication encoding, `"DSSEv1" SP LEN(type) SP type SP
  /// LEN(body) SP body`.
  public static byte[] signedBytes(Bytes payload) {
    byte[] head =
        ("DSSEv1 " + PAYLOAD_TYPE.length() + " " + PAYLOAD_TYPE + " " + payload.length() + " ")
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + payload.length())
        .put(head)
        .put(payload.toArray())
        .array();
  }

  /// The frame's bytes.
  public static byte[] encode(Envelope envelope) {
    ByteBuffer frame = ByteBuffer.allocate(length(envelope));
    frame.put((byte) VERSION);
    frame.putInt(envelope.payload().length()).put(envelope.payload().toArray());
    frame.put((byte) envelope.signatures().size());
    for (Bytes signature : envelope.signatures()) {
      frame.putShort((short) signature.length()).put(signature.toArray());
    }
    return frame.array();
  }

  /// Reads a frame within the widest limits that any network may have.
  public static Envelope decode(byte[] frame) throws MalformedException {
    return decode(frame, Limits.WIDEST);
  }

  /// Reads a frame. The payload is taken as it is; [PayloadCodec#decode] reads it.
  ///
  /// @throws MalformedException if a length is out of bounds, or bytes lack or are left over
  public static Envelope decode(byte[] frame, Limits limits) throws MalformedException {
    FrameReader in = new FrameReader("envelope", frame);
    in.within("the envelope's version", in.u8("the version"), VERSION, VERSION);
    int payloadLength = in.bounded("a payload length", 1, limits.largestPayload());
    Bytes payload = Bytes.of(in.run("the payload", payloadLength));
    int count =
        in.within("a number of signatures", in.u8("their number"), 1, Transaction.MOST_SIGNERS);
    List<Bytes> signatures = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int length =
          in.within("a signature length", in.u16("a length"), 1, Envelope.LONGEST_SIGNATURE);
      signatures.add(Bytes.of(in.run("a signature", length)));
    }
    in.end();
    return new Envelope(payload, signatures);
  }

  static int length(Envelope envelope) {
    int length = 1 + Integer.BYTES + envelope.payload().length() + 1;
    for (Bytes signature : envelope.signatures()) {
      length += Short.BYTES + signature.length();
    }
    return length;
  }
}

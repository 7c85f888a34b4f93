package touchmark.ledger.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Transaction;

/// Blocks and their headers as binary frames; every block has exactly one. Numbers are big-endian.
///
/// Header: version (u8, 1), network (32), height (i64), previous (32), timestamp (i64, milliseconds
/// since 1970 UTC), treeSize (i64), treeRoot (32), validatorSet (i32), length of the validator's id
/// (u8), the id (ASCII).
///
/// Block: header length (u16), header, number of envelopes (u32), for each its length (u32) and
/// frame, seal length (u16), seal.
public final class Blocks {
  private static final int FIXED_HEADER =
      1 + 3 * Digest.LENGTH + 3 * Long.BYTES + Integer.BYTES + 1;
  private static final int LONGEST_ID = 64;
  private static final int LARGEST_ENVELOPE =
      Limits.WIDEST.largestPayload()
          + 6
          + Transaction.MOST_SIGNERS * (Short.BYTES + Envelope.LONGEST_SIGNATURE);

  private Blocks() {}

  /// A block of its parts, named by its header.
  public static Block of(BlockHeader header, List<Envelope> envelopes, Bytes seal) {
    return new Block(hash(header), header, envelopes, seal);
  }

  /// The block's name: SHA-256 of its header bytes with the tag [Domain#BLOCK].
  public static BlockHash hash(BlockHeader header) {
    return new BlockHash(Hashing.sha256(Domain.BLOCK, encodeHeader(header)));
  }

  /// What the validator signs: the tag [Domain#SEAL] and the header bytes.
  public static byte[] sealMessage(BlockHeader header) {
    byte[] tag = Domain.SEAL.tag();
    byte[] bytes = encodeHeader(header);
    return ByteBuffer.allocate(tag.length + bytes.length).put(tag).put(bytes).array();
  }

  /// The header's bytes.
  public static byte[] encodeHeader(BlockHeader header) {
    byte[] validator = header.validator().value().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(FIXED_HEADER + validator.length)
        .put((byte) header.version())
        .put(header.network().digest().bytes())
        .putLong(header.height())
        .put(header.previous().digest().bytes())
        .putLong(header.timestamp().toEpochMilli())
        .putLong(header.treeSize())
        .put(header.treeRoot().bytes())
        .putInt(header.validatorSet())
        .put((byte) validator.length)
        .put(validator)
        .array();
  }

  /// Reads a header.
  public static BlockHeader decodeHeader(byte[] bytes) throws MalformedException {
    FrameReader in = new FrameReader("block header", bytes);
    int version = in.u8("the version");
    NetworkId network = new NetworkId(Digest.of(in.run("the network", Digest.LENGTH)));
    long height = in.i64("the height");
    BlockHash previous = new BlockHash(Digest.of(in.run("the previous hash", Digest.LENGTH)));
    long timestamp = in.i64("the timestamp");
    long treeSize = in.i64("the tree's size");
    Digest treeRoot = Digest.of(in.run("the tree's root", Digest.LENGTH));
    int validatorSet = in.i32("the validator set");
    int length = in.within("the length of an id", in.u8("a length"), 1, LONGEST_ID);
    String validator = new String(in.run("the validator", length), StandardCharsets.ISO_8859_1);
    in.end();
    try {
      return new BlockHeader(
          version,
          network,
          height,
          previous,
          Instant.ofEpochMilli(timestamp),
          treeSize,
          treeRoot,
          validatorSet,
          new ResourceId(validator));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("block header", e);
    }
  }

  /// The block's bytes.
  public static byte[] encode(Block block) {
    byte[] header = encodeHeader(block.header());
    List<byte[]> envelopes = block.envelopes().stream().map(Envelopes::encode).toList();
    long length =
        (long) Short.BYTES + header.length + Integer.BYTES + Short.BYTES + block.seal().length();
    for (byte[] envelope : envelopes) {
      length += Integer.BYTES + envelope.length;
    }
    ByteBuffer frame = ByteBuffer.allocate(Math.toIntExact(length));
    frame.putShort((short) header.length).put(header);
    frame.putInt(envelopes.size());
    envelopes.forEach(envelope -> frame.putInt(envelope.length).put(envelope));
    frame.putShort((short) block.seal().length()).put(block.seal().toArray());
    return frame.array();
  }

  /// Where each envelope's frame begins in the block's, and behind them all where one more would.
  public static int[] envelopeStarts(Block block) {
    int[] starts = new int[block.envelopes().size() + 1];
    int at = Short.BYTES + encodeHeader(block.header()).length + Integer.BYTES + Integer.BYTES;
    for (int i = 0; i < block.envelopes().size(); i++) {
      starts[i] = at;
      at += Envelopes.length(block.envelopes().get(i)) + Integer.BYTES;
    }
    starts[block.envelopes().size()] = at;
    return starts;
  }

  /// Reads a block within the widest limits that any network may have.
  public static Block decode(byte[] frame) throws MalformedException {
    return decode(frame, Limits.WIDEST);
  }

  /// Reads a block and computes its hash. Neither seal nor signatures are checked here.
  ///
  /// @throws MalformedException if a length or number is out of bounds, or bytes lack or are left
  ///   over
  public static Block decode(byte[] frame, Limits limits) throws MalformedException {
    if (frame.length > limits.largestBlock()) {
      throw new MalformedException(
          "block", "at most " + limits.largestBlock() + " bytes", frame.length + " bytes");
    }
    FrameReader in = new FrameReader("block", frame);
    int headerLength =
        in.within(
            "a header length", in.u16("a length"), FIXED_HEADER + 1, FIXED_HEADER + LONGEST_ID);
    BlockHeader header = decodeHeader(in.run("the header", headerLength));
    int count = in.bounded("a number of envelopes", 0, limits.mostTransactions());
    List<Envelope> envelopes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = in.bounded("an envelope length", 1, LARGEST_ENVELOPE);
      envelopes.add(Envelopes.decode(in.run("an envelope", length), limits));
    }
    int sealLength = in.within("a seal length", in.u16("a length"), 1, Envelope.LONGEST_SIGNATURE);
    Bytes seal = Bytes.of(in.run("the seal", sealLength));
    in.end();
    return of(header, envelopes, seal);
  }
}

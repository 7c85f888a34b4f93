package touchmark.ledger.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Transaction;

/// Envelopes as JSON for other tools: the Dead Simple Signing Envelope, version 1. The key id is
/// the signer's certificate hash.
public final class Dsse {
  private static final int LARGEST = 512 * 1024;

  private Dsse() {}

  /// The JSON bytes.
  ///
  /// @throws MalformedException if the payload is, or its signers are not as many as the signatures
  public static byte[] encode(Envelope envelope) throws MalformedException {
    List<Signer> signers = signers(envelope);
    ObjectNode json = StrictJson.newObject();
    json.put("payload", base64(envelope.payload()));
    json.put("payloadType", Envelopes.PAYLOAD_TYPE);
    ArrayNode signatures = json.putArray("signatures");
    for (int i = 0; i < signers.size(); i++) {
      signatures
          .addObject()
          .put("keyid", signers.get(i).certificate().hex())
          .put("sig", base64(envelope.signatures().get(i)));
    }
    return StrictJson.print(json);
  }

  /// Reads what [#encode] wrote; the signatures stand in the order of the payload's signers.
  ///
  /// @throws MalformedException if anything is missing, twice, of another type, or a key id is not
  ///   that of the signer
  public static Envelope decode(byte[] json) throws MalformedException {
    JsonObject envelope = StrictJson.parse("envelope", json, LARGEST);
    Bytes payload = envelope.base64("payload", Limits.WIDEST.largestPayload());
    String type = envelope.text("payloadType", 128);
    if (!type.equals(Envelopes.PAYLOAD_TYPE)) {
      throw new MalformedException(
          envelope.at("payloadType"), Envelopes.PAYLOAD_TYPE, "\"" + type + "\"");
    }
    List<Digest> keyIds = new ArrayList<>();
    List<Bytes> signatures =
        envelope.objects(
            "signatures",
            Transaction.MOST_SIGNERS,
            entry -> {
              keyIds.add(entry.digest("keyid"));
              return entry.base64("sig", Envelope.LONGEST_SIGNATURE);
            });
    envelope.end();
    Envelope read = envelope.make(() -> new Envelope(payload, signatures));
    List<Digest> expected =
        signers(read).stream().map(signer -> signer.certificate().digest()).toList();
    if (!expected.equals(keyIds)) {
      throw new MalformedException(
          envelope.at("signatures"), "the key ids " + expected, String.valueOf(keyIds));
    }
    return read;
  }

  private static List<Signer> signers(Envelope envelope) throws MalformedException {
    List<Signer> signers = PayloadCodec.decode(envelope.payload()).signers();
    if (signers.size() != envelope.signatures().size()) {
      throw new MalformedException(
          "envelope.signatures",
          signers.size() + " signatures",
          String.valueOf(envelope.signatures().size()));
    }
    return signers;
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }
}

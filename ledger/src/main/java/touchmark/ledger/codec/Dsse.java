package touchmark.ledger.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.PartlySigned;
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
    return encode(
        new PartlySigned(
            envelope.payload(), envelope.signatures().stream().map(Optional::of).toList()));
  }

  /// The JSON bytes of a transaction that may lack signatures: only those that are there stand in
  /// it.
  ///
  /// @throws MalformedException if the payload is, or its signers are not as many as the places
  public static byte[] encode(PartlySigned proposal) throws MalformedException {
    List<Signer> signers = signers(proposal);
    ObjectNode json = StrictJson.newObject();
    json.put("payload", base64(proposal.payload()));
    json.put("payloadType", Envelopes.PAYLOAD_TYPE);
    ArrayNode signatures = json.putArray("signatures");
    for (int i = 0; i < signers.size(); i++) {
      Optional<Bytes> signature = proposal.signatures().get(i);
      if (signature.isPresent()) {
        signatures
            .addObject()
            .put("keyid", signers.get(i).certificate().hex())
            .put("sig", base64(signature.get()));
      }
    }
    return StrictJson.print(json);
  }

  /// Reads what [#encode] wrote; the signatures stand in the order of the payload's signers.
  ///
  /// @throws MalformedException if anything is missing, twice, of another type, or a key id is not
  ///   that of the signer
  public static Envelope decode(byte[] json) throws MalformedException {
    PartlySigned read = decodePartly(json);
    Optional<Envelope> envelope = read.envelope();
    if (envelope.isEmpty()) {
      throw new MalformedException(
          "envelope.signatures",
          read.signatures().size() + " signatures",
          String.valueOf(read.signatures().stream().filter(Optional::isPresent).count()));
    }
    return envelope.get();
  }

  /// Reads a transaction that may lack signatures. Each stands under the key id of a signer, in the
  /// order of the payload's signers.
  ///
  /// @throws MalformedException if anything is missing, twice, of another type, or a key id is not
  ///   that of a signer
  public static PartlySigned decodePartly(byte[] json) throws MalformedException {
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
    List<Signer> signers = PayloadCodec.decode(payload).signers();
    List<Optional<Bytes>> places = new ArrayList<>();
    int next = 0;
    for (Signer signer : signers) {
      boolean signed =
          next < keyIds.size() && keyIds.get(next).equals(signer.certificate().digest());
      places.add(signed ? Optional.of(signatures.get(next)) : Optional.empty());
      next += signed ? 1 : 0;
    }
    if (next < keyIds.size()) {
      throw new MalformedException(
          envelope.at("signatures"),
          "the key ids " + signers.stream().map(s -> s.certificate().hex()).toList(),
          String.valueOf(keyIds));
    }
    return envelope.make(() -> new PartlySigned(payload, places));
  }

  private static List<Signer> signers(PartlySigned proposal) throws MalformedException {
    List<Signer> signers = PayloadCodec.decode(proposal.payload()).signers();
    if (signers.size() != proposal.signatures().size()) {
      throw new MalformedException(
          "envelope.signatures",
          signers.size() + " signatures",
          String.valueOf(proposal.signatures().size()));
    }
    return signers;
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }
}

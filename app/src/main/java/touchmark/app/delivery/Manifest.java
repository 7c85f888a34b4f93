package touchmark.app.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import touchmark.app.contacts.LabelBook;
import touchmark.app.disk.Json;
import touchmark.app.vault.VaultNote;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.LabelOpenings;
import touchmark.ledger.model.TxId;

/// What a package says of its content. It is sealed with it.
///
/// @param send the transaction that the package delivers
/// @param envelope its exact signed bytes
/// @param certificates of the sender's signers, DER
/// @param name the file's name at the sender, without any path
/// @param size of the content in bytes
/// @param openings of the claim's sealed labels; empty when they are in clear or not known
public record Manifest(
    TxId send,
    Envelope envelope,
    List<Bytes> certificates,
    String name,
    long size,
    Optional<LabelOpenings> openings) {
  static final int MOST_BYTES = 1 << 20;
  private static final int MOST_CERTIFICATES = 32;

  public Manifest {
    certificates = List.copyOf(certificates);
    name = VaultNote.plainName(name);
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }

  String toJson() {
    ObjectNode json =
        Json.object()
            .put("send", send.hex())
            .put("envelope", Base64.getEncoder().encodeToString(Envelopes.encode(envelope)));
    ArrayNode list = json.putArray("certificates");
    certificates.forEach(der -> list.add(Base64.getEncoder().encodeToString(der.toArray())));
    json.put("name", name).put("size", size);
    openings.ifPresent(found -> json.set("openings", LabelBook.write(found)));
    return json.toString();
  }

  /// @throws IOException when the text is no manifest
  static Manifest fromJson(String what, String text) throws IOException {
    ObjectNode json = Json.parse(what, text);
    try {
      JsonNode list = json.path("certificates");
      if (list.size() > MOST_CERTIFICATES) {
        throw new IOException(what + ": expected at most 32 certificates, found " + list.size());
      }
      List<Bytes> certificates = new ArrayList<>();
      for (JsonNode der : list) {
        certificates.add(Bytes.of(Base64.getDecoder().decode(der.asText())));
      }
      JsonNode size = json.path("size");
      if (!size.canConvertToLong() || !size.isIntegralNumber()) {
        throw new IOException(what + ": expected a size, found none");
      }
      return new Manifest(
          TxId.parse(Json.text(what, json, "send")),
          Envelopes.decode(Base64.getDecoder().decode(Json.text(what, json, "envelope"))),
          certificates,
          Json.text(what, json, "name"),
          size.longValue(),
          json.get("openings") instanceof ObjectNode openings
              ? Optional.of(LabelBook.read(what, openings))
              : Optional.empty());
    } catch (IllegalArgumentException | MalformedException e) {
      throw new IOException(what + ": expected a manifest, found: " + e.getMessage(), e);
    }
  }
}

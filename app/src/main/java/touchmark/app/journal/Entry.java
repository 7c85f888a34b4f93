package touchmark.app.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import touchmark.app.disk.Json;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

/// One line of the journal.
///
/// @param at the station's time
/// @param party on whose behalf
/// @param fingerprint of the bytes in hand
/// @param about the registered file that a verification took the bytes for, when it is another
/// @param verdict `PASS`, `CAUTION`, `FAIL`, `UNKNOWN`, or the code of a refusal
/// @param message one sentence for people
public record Entry(
    Instant at,
    Kind kind,
    ResourceId party,
    Fingerprint fingerprint,
    Optional<Fingerprint> about,
    String verdict,
    String message) {
  /// Longest message that is kept; the rest is cut.
  static final int LONGEST_MESSAGE = 1_000;

  /// What the station did.
  public enum Kind {
    /// Verified a file.
    VERIFIED,
    /// Asked to claim a file, and was refused.
    CLAIM_REFUSED,
    /// Asked to send a file, and was refused.
    SEND_REFUSED,
    /// Released a verified file to where it is printed.
    RELEASED
  }

  public Entry {
    if (message.length() > LONGEST_MESSAGE) {
      message = message.substring(0, LONGEST_MESSAGE - 3) + "...";
    }
  }

  /// Whether the line tells of these bytes, or of bytes that were taken for them.
  public boolean concerns(Fingerprint other) {
    return fingerprint.equals(other) || about.filter(other::equals).isPresent();
  }

  String toJson() {
    ObjectNode json =
        Json.object()
            .put("at", at.toString())
            .put("kind", kind.name())
            .put("party", party.value())
            .put("fingerprint", fingerprint.hex());
    about.ifPresent(registered -> json.put("about", registered.hex()));
    return json.put("verdict", verdict).put("message", message).toString();
  }

  static Entry fromJson(String what, String line) throws IOException {
    ObjectNode json = Json.parse(what, line);
    try {
      return new Entry(
          Instant.parse(Json.text(what, json, "at")),
          Kind.valueOf(Json.text(what, json, "kind")),
          new ResourceId(Json.text(what, json, "party")),
          Fingerprint.parse(Json.text(what, json, "fingerprint")),
          Optional.ofNullable(json.path("about").textValue()).map(Fingerprint::parse),
          Json.text(what, json, "verdict"),
          Json.text(what, json, "message"));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(what + ": expected a journal entry, found: " + e.getMessage(), e);
    }
  }
}

package touchmark.app.usecase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;

/// One row of the library.
///
/// @param title `bracket v3`, or the file's name, or a short fingerprint when the labels are sealed
/// @param state a short sentence: `Yours, final`, `Received from Acme GmbH, may forward`
/// @param file the vault's copy, when there is one
public record LibraryEntry(
    Fingerprint fingerprint,
    String title,
    Shelf shelf,
    String state,
    boolean isFinal,
    DataType dataType,
    Instant since,
    Optional<Path> file) {
  /// Where it stands.
  public enum Shelf {
    MINE,
    RECEIVED,
    SENT
  }
}

package touchmark.ui.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import touchmark.app.usecase.LibraryEntry;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.control.Sign;

/// One row: a file with its state, in a sign and a word.
///
/// @param file where the bytes are, when they are here
public record LibraryRow(
    String title,
    Shelf shelf,
    Sign sign,
    String state,
    Fingerprint fingerprint,
    Optional<Path> file) {

  static LibraryRow of(LibraryEntry entry) {
    return new LibraryRow(
        entry.title(),
        switch (entry.shelf()) {
          case MINE -> Shelf.MINE;
          case RECEIVED -> Shelf.RECEIVED;
          case SENT -> Shelf.SENT;
        },
        entry.isFinal() ? Sign.PASS : Sign.PROVISIONAL,
        entry.state(),
        entry.fingerprint(),
        entry.file());
  }

  /// Whether a search for some words finds this row.
  boolean matches(String lowerCaseWords) {
    return lowerCaseWords.isEmpty()
        || (title + " " + state).toLowerCase(Locale.ROOT).contains(lowerCaseWords);
  }
}

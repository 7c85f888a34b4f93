package touchmark.ledger.store;

/// Bytes on disk that are not what was written.
///
/// @param file its name
/// @param from first byte that cannot be used
/// @param to byte after the last one
/// @param torn whether a write was merely cut short at the end of the last segment
/// @param message one sentence: expected, found
public record Damage(String file, long from, long to, boolean torn, String message) {

  /// File and byte range, for people.
  public String where() {
    return range(file, from, to);
  }

  /// What is wrong and what to do.
  String advice() {
    return "%s: %s. Nothing is added to a damaged chain; bring the file back from a backup, or import an export."
        .formatted(where(), message);
  }

  /// `000000.seg, bytes 29 to 1040`, both included.
  static String range(String file, long from, long to) {
    return "%s, bytes %d to %d".formatted(file, from, Math.max(from, to - 1));
  }
}

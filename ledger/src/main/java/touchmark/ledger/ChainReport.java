package touchmark.ledger;

import java.util.List;

/// What `chain verify` found.
///
/// @param head the newest block's hash, hexadecimal
/// @param hashedOnly blocks of which only hashes and roots were derived, since they were verified
///   before; their seals were not looked at
/// @param indexCompared whether there was an index that could be compared with the segments
public record ChainReport(
    long blocks,
    long transactions,
    String head,
    long hashedOnly,
    boolean indexCompared,
    List<Problem> problems) {
  public ChainReport {
    problems = List.copyOf(problems);
  }

  /// Whether everything re-derives from the bytes.
  public boolean ok() {
    return problems.isEmpty();
  }

  /// Something wrong.
  ///
  /// @param where block, transaction, segment file and byte range, as far as known
  /// @param message one sentence: expected, found
  public record Problem(String where, String message) {}
}

package touchmark.ledger;

/// Told how far long work is; asked whether to go on. Called from the working thread.
@FunctionalInterface
public interface Progress {
  /// Goes on silently.
  Progress SILENT = (done, total) -> true;

  /// Reports that `done` of `total` units are done (`total` 0 when unknown).
  ///
  /// @return false to cancel; the work then ends with [java.util.concurrent.CancellationException]
  boolean at(long done, long total);
}

package touchmark.ledger;

import java.util.concurrent.CancellationException;

/// Told how far long work is; asked whether to go on. Called from the working thread.
@FunctionalInterface
public interface Progress {
  /// Goes on silently.
  Progress SILENT = (done, total) -> true;

  /// Reports that `done` of `total` units are done (`total` 0 when unknown).
  ///
  /// @return false to cancel; the work then ends with [CancellationException]
  boolean at(long done, long total);

  /// Reports, and ends the work when it is cancelled.
  ///
  /// @throws CancellationException if [#at] says so
  default void reached(long done, long total) {
    if (!at(done, total)) {
      throw new CancellationException("stopped on request");
    }
  }
}

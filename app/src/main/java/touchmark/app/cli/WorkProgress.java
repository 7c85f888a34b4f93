package touchmark.app.cli;

import touchmark.ledger.Progress;

/// Progress of a command's work, wiped from the screen when closed.
interface WorkProgress extends Progress, AutoCloseable {
  /// Draws nothing.
  WorkProgress SILENT = (done, total) -> true;

  /// Clears what was drawn, before a result is printed.
  default void wipe() {}

  @Override
  default void close() {
    wipe();
  }
}

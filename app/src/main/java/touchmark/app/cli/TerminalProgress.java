package touchmark.app.cli;

import java.io.PrintStream;

/// A progress bar on a terminal: redrawn at most ten times a second, wiped at the end.
final class TerminalProgress implements WorkProgress {
  private static final int WIDTH = 30;
  private static final long EVERY_NANOS = 100_000_000;

  private final PrintStream err;
  private final String what;
  private long drawnAt = System.nanoTime();
  private boolean drawn;

  TerminalProgress(PrintStream err, String what) {
    this.err = err;
    this.what = what;
  }

  @Override
  public synchronized boolean at(long done, long total) {
    long now = System.nanoTime();
    if (total > 0 && now - drawnAt >= EVERY_NANOS) {
      drawnAt = now;
      drawn = true;
      int filled = (int) Math.min(WIDTH, done * WIDTH / total);
      err.print(
          "\r"
              + Printer.visible(what)
              + " ["
              + "#".repeat(filled)
              + ".".repeat(WIDTH - filled)
              + "] "
              + Math.min(100, done * 100 / total)
              + " %");
      err.flush();
    }
    return true;
  }

  @Override
  public synchronized void wipe() {
    if (drawn) {
      drawn = false;
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}

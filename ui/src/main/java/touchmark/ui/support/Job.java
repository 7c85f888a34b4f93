package touchmark.ui.support;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.Progress;

/// One piece of work in the background, as the status bar shows it. Its properties belong to the FX
/// thread; [#at] is called by the working thread.
public final class Job implements Progress {
  /// What [#fractionProperty] holds while nobody knows how much there is to do.
  public static final double UNKNOWN = -1;

  /// What a job does, on a working thread.
  @FunctionalInterface
  public interface Work<T> {
    /// @param job to report progress to; pass it on to what takes a [Progress]
    /// @throws CancellationException when the job was cancelled
    T run(Job job) throws Exception;
  }

  private final String title;
  private final Executor onFx;
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final AtomicReference<@Nullable Double> unseen = new AtomicReference<>();
  private final boolean toItsEnd;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean cancelled;

  /// @param toItsEnd whether closing waits for it instead of cancelling it
  Job(String title, Executor onFx, boolean toItsEnd) {
    this.title = title;
    this.onFx = onFx;
    this.toItsEnd = toItsEnd;
  }

  /// What it does, for people: `Reading bolt.gcode`.
  public String title() {
    return title;
  }

  /// How far it is, 0 to 1, or [#UNKNOWN].
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  boolean runsToItsEnd() {
    return toItsEnd;
  }

  /// The work is over, and its answer on its way.
  void end() {
    ended.countDown();
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /// Asks it to stop at its next report. Nothing is interrupted: an interrupt would close the files
  /// of whoever writes at that moment.
  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /// Ends the work here if it was cancelled.
  public void checkCancelled() {
    if (cancelled) {
      throw new CancellationException();
    }
  }

  @Override
  public boolean at(long done, long total) {
    double howFar = total > 0 ? Math.clamp((double) done / total, 0, 1) : UNKNOWN;
    // merged: while one report waits for the FX thread, a newer one replaces it
    if (unseen.getAndSet(howFar) == null) {
      onFx.execute(this::showLatest);
    }
    return !cancelled;
  }

  private void showLatest() {
    Double latest = unseen.getAndSet(null);
    if (latest != null) {
      fraction.set(latest);
    }
  }
}

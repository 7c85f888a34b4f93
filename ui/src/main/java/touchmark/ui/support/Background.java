package touchmark.ui.support;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one crossing between working threads and the FX thread: run this, then on success, then on
/// failure. No other class calls `Platform.runLater`.
///
/// Call it on the FX thread; what it calls back runs there too. Work that waits (disk, ledger,
/// peers) goes to virtual threads, heavy work (meshes, pictures) to a pool as wide as the
/// processor.
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor fx;
  private final Executor waiting;
  private final Executor heavy;
  private final Runnable atClose;
  private final Sentences sentences = new Sentences();
  private final ObservableList<Job> running = FXCollections.observableArrayList();
  private final ObservableList<Job> runningView = FXCollections.unmodifiableObservableList(running);
  private boolean closed;

  /// With executors of the caller's. For tests of models, without any toolkit, all three can be
  /// `Runnable::run`.
  ///
  /// @param fx runs what it is given on the FX thread, later
  public Background(Executor fx, Executor waiting, Executor heavy) {
    this(fx, waiting, heavy, () -> {});
  }

  private Background(Executor fx, Executor waiting, Executor heavy, Runnable atClose) {
    this.fx = fx;
    this.waiting = waiting;
    this.heavy = heavy;
    this.atClose = atClose;
  }

  /// For a window: JavaFX's own thread, virtual threads, and a pool of its own.
  public static Background ofWindow() {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("touchmark-heavy-", 0).daemon().factory());
    return new Background(
        Platform::runLater,
        work -> Thread.ofVirtual().name("touchmark-waiting").start(work),
        pool,
        pool::shutdown);
  }

  /// What is going on now, oldest first, for the status bar. Changes on the FX thread.
  public ObservableList<Job> running() {
    return runningView;
  }

  /// Starts work that mostly waits: files, ledger, peers.
  ///
  /// @param title for people, for example `Reading bolt.gcode`
  /// @param onFailure gets a sentence to show, also when the job was cancelled
  ///   ([Failure#cancelled])
  public <T> Job run(
      String title,
      Job.Work<T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Failure> onFailure) {
    return start(waiting, title, work, onSuccess, onFailure, null, false);
  }

  /// Starts work that must not be left half done: a record, a package, a copy that is released.
  /// Closing does not cancel it, and waits for it; people may cancel it still.
  public <T> Job runToItsEnd(
      String title,
      Job.Work<T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Failure> onFailure) {
    return start(waiting, title, work, onSuccess, onFailure, null, true);
  }

  /// Starts work that mostly computes: meshes, pictures, whole files.
  public <T> Job runHeavy(
      String title,
      Job.Work<T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Failure> onFailure) {
    return start(heavy, title, work, onSuccess, onFailure, null, false);
  }

  /// A place for work of which only the newest run counts.
  public Slot slot() {
    return new Slot();
  }

  /// Runs something on the FX thread, soon: for listeners that are told on other threads.
  public void onFx(Runnable action) {
    fx.execute(action);
  }

  /// Whether something runs that closing waits for.
  public boolean isBusyToItsEnd() {
    return running.stream().anyMatch(Job::runsToItsEnd);
  }

  /// Runs a last piece of work on a working thread, once all that runs to its end has ended, and
  /// waits for it: for what must be whole before the process ends, and for nothing else.
  public void last(Runnable work) {
    CountDownLatch done = new CountDownLatch(1);
    last(work, done::countDown);
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// As [#last], without waiting.
  ///
  /// @param then is run on the FX thread, after the answers of all that ran to its end
  public void lastThenOnFx(Runnable work, Runnable then) {
    last(work, () -> fx.execute(then));
  }

  private void last(Runnable work, Runnable then) {
    List<Job> unended = running.stream().filter(Job::runsToItsEnd).toList();
    waiting.execute(
        () -> {
          try {
            for (Job job : unended) {
              job.awaitEnd();
            }
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            LOG.error("Failed at the end", e);
          } finally {
            then.run();
          }
        });
  }

  /// Asks all work to stop but that which runs to its end; what is asked for from now on does not
  /// start. Work that had ended before still answers.
  @Override
  public void close() {
    closed = true;
    running.stream().filter(job -> !job.runsToItsEnd()).forEach(Job::cancel);
    atClose.run();
  }

  private <T> Job start(
      Executor lane,
      String title,
      Job.Work<T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Failure> onFailure,
      @Nullable Slot slot,
      boolean toItsEnd) {
    Job job = new Job(title, fx, toItsEnd);
    if (slot != null) {
      slot.take(job);
    }
    if (closed) {
      job.cancel();
      return job;
    }
    running.add(job);
    lane.execute(
        () -> {
          Runnable answer = attempt(job, work, onSuccess, onFailure);
          fx.execute(
              () -> {
                running.remove(job);
                if (slot == null || slot.current == job) {
                  answer.run();
                }
              });
          job.end();
        });
    return job;
  }

  /// Catches everything on purpose: whatever ends the work, somebody waits for the answer.
  private <T> Runnable attempt(
      Job job,
      Job.Work<T> work,
      Consumer<? super T> onSuccess,
      Consumer<? super Failure> onFailure) {
    try {
      job.checkCancelled();
      T result = work.run(job);
      return () -> onSuccess.accept(result);
    } catch (CancellationException e) {
      return () -> onFailure.accept(new Failure(sentences.of(e), e));
    } catch (RuntimeException | Error e) {
      LOG.error("Failed: {}", job.title(), e);
      return () -> onFailure.accept(new Failure(sentences.of(e), e));
    } catch (Exception e) {
      // refused files, full disks, wrong passwords: the person is told, nothing is broken here
      LOG.info("{}: {}", job.title(), e.toString());
      LOG.debug("{}", job.title(), e);
      return () -> onFailure.accept(new Failure(sentences.of(e), e));
    }
  }

  /// A place for work of which only the newest run counts: a newer run cancels the older one and
  /// drops its answer, be it a success or a failure. Belongs to the FX thread.
  public final class Slot {
    private @Nullable Job current;

    private Slot() {}

    /// As [Background#run], superseding the run before.
    public <T> Job run(
        String title,
        Job.Work<T> work,
        Consumer<? super T> onSuccess,
        Consumer<? super Failure> onFailure) {
      return start(waiting, title, work, onSuccess, onFailure, this, false);
    }

    /// As [Background#runHeavy], superseding the run before.
    public <T> Job runHeavy(
        String title,
        Job.Work<T> work,
        Consumer<? super T> onSuccess,
        Consumer<? super Failure> onFailure) {
      return start(heavy, title, work, onSuccess, onFailure, this, false);
    }

    /// Cancels what runs and drops its answer.
    public void clear() {
      take(null);
    }

    private void take(@Nullable Job next) {
      if (current != null) {
        current.cancel();
      }
      current = next;
    }
  }
}

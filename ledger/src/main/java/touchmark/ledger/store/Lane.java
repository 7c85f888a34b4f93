package touchmark.ledger.store;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.StoreException;

/// One thread that does one kind of work, one task after the other. Nobody interrupts it: an
/// interrupt would close the files that it has open.
public final class Lane implements AutoCloseable {
  private final ExecutorService executor;
  // Set once, by the thread itself.
  private volatile @Nullable Thread thread;

  /// @param name of the thread, for logs
  public Lane(String name) {
    executor =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = Thread.ofPlatform().daemon().name(name).unstarted(work);
              thread = made;
              return made;
            });
  }

  /// Whether the calling thread is this lane's.
  public boolean isCurrent() {
    return Thread.currentThread().equals(thread);
  }

  /// Runs the task in this lane and waits for it, interrupted or not. A task of the lane itself is
  /// run at once.
  ///
  /// @throws StoreException what the task threw, or a sentence about what it threw
  public <T> T run(Callable<T> task) throws StoreException {
    if (isCurrent()) {
      return direct(task);
    }
    try {
      return await(executor.submit(task));
    } catch (RejectedExecutionException e) {
      throw new StoreException("The ledger is closed.", e);
    }
  }

  /// Has the task run in this lane some time, and does not wait for it. The task handles its own
  /// failures.
  ///
  /// @return false where the lane was closed
  public boolean start(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private static <T> T direct(Callable<T> task) throws StoreException {
    try {
      return task.call();
    } catch (StoreException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Waits for a result, interrupted or not.
  ///
  /// @throws StoreException what the work threw, or a sentence about what it threw
  public static <T> T await(Future<T> future) throws StoreException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static StoreException failure(ExecutionException e) {
    return switch (e.getCause()) {
      case IndexException cause -> new IndexException(String.valueOf(cause.getMessage()), cause);
      case StoreException cause -> new StoreException(String.valueOf(cause.getMessage()), cause);
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      case null, default -> new StoreException(String.valueOf(e.getMessage()), e);
    };
  }

  /// Ends the thread after the tasks that wait, and waits for that, interrupted or not.
  ///
  /// @throws IllegalStateException in the lane itself, which cannot wait for its own end
  @Override
  public void close() {
    if (isCurrent()) {
      throw new IllegalStateException("a lane cannot be closed by its own task");
    }
    executor.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package touchmark.ledger.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Checks many signatures on all cores. Blocks may be handed in faster than they are checked; then
/// handing in waits. For one thread that hands in.
public final class SignaturePool implements AutoCloseable {
  private static final int BATCH = 64;

  /// Batches that wait or are being checked; more would only fill the memory.
  private static final int LEAST_AT_ONCE = 16;

  private final ExecutorService threads;
  private final int atOnce;
  private final Semaphore room;
  private final Collection<Throwable> bugs = new ConcurrentLinkedQueue<>();

  /// @param cores how many threads check
  public SignaturePool(int cores) {
    atOnce = Math.max(LEAST_AT_ONCE, 2 * cores);
    room = new Semaphore(atOnce);
    threads =
        Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().daemon().name("touchmark-signatures-", 0).factory());
  }

  /// Has signatures checked some time.
  ///
  /// @param wrong is told of each that does not hold, on any thread
  public void check(List<Pending> signatures, Consumer<Pending> wrong) {
    for (int from = 0; from < signatures.size(); from += BATCH) {
      List<Pending> batch = signatures.subList(from, Math.min(from + BATCH, signatures.size()));
      room.acquireUninterruptibly();
      threads.execute(
          () -> {
            try {
              batch.stream().filter(pending -> !pending.check().holds()).forEach(wrong);
            } catch (RuntimeException | Error e) {
              bugs.add(e); // a signature that was not checked does not count as good
            } finally {
              room.release();
            }
          });
    }
  }

  /// Waits until everything that was handed in is checked.
  public void await() {
    room.acquireUninterruptibly(atOnce);
    room.release(atOnce);
    for (Throwable bug : bugs) {
      if (bug instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) bug;
    }
  }

  /// Checks signatures now; the ones that do not hold, in their order.
  public List<Pending> wrongOf(List<Pending> signatures) {
    Collection<Pending> wrong = new ConcurrentLinkedQueue<>();
    check(signatures, wrong::add);
    await();
    List<Pending> ordered = new ArrayList<>(signatures);
    ordered.retainAll(wrong);
    return ordered;
  }

  @Override
  public void close() {
    threads.close();
  }
}

package touchmark.ledger.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import touchmark.ledger.StoreException;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.Lane;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.StoredRecord;

/// Reads records ahead of whoever asks for them, and has each worked on by other cores meanwhile. A
/// bounded number of bytes is ahead. For one thread that asks.
final class ReadAhead<T> implements AutoCloseable {
  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST_RECORDS = 256;

  private final RecordCursor cursor;
  private final Function<StoredRecord, T> work;
  private final ExecutorService threads;
  private final Deque<Ahead<T>> ahead = new ArrayDeque<>();
  private long bytes;
  private boolean ended;

  /// @param work done on other threads, in any order
  ReadAhead(RecordCursor cursor, Function<StoredRecord, T> work) {
    this.cursor = cursor;
    this.work = work;
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("touchmark-read-ahead-", 0).factory());
  }

  /// What the cursor came upon next, and what the work made of it.
  ///
  /// @param made where it is a record
  record Next<T>(Found found, Optional<T> made) {}

  private record Ahead<T>(Found found, long length, Optional<Future<T>> made) {}

  /// @throws StoreException if the disk cannot be read
  Next<T> next() throws StoreException {
    while (!ended && (ahead.isEmpty() || (bytes < MOST_BYTES && ahead.size() < MOST_RECORDS))) {
      Ahead<T> read = read();
      bytes += read.length;
      ahead.add(read);
    }
    if (ahead.isEmpty()) {
      return new Next<>(new Found.End(), Optional.empty());
    }
    Ahead<T> first = ahead.remove();
    bytes -= first.length;
    return new Next<>(
        first.found,
        first.made.isPresent() ? Optional.of(Lane.await(first.made.get())) : Optional.empty());
  }

  private Ahead<T> read() throws StoreException {
    Found found = cursor.next();
    return switch (found) {
      case Found.Intact intact ->
          new Ahead<>(
              found,
              intact.record().length(),
              Optional.of(threads.submit(() -> work.apply(intact.record()))));
      case Found.Damaged ignored -> new Ahead<>(found, 0, Optional.empty());
      case Found.End ignored -> {
        ended = true;
        yield new Ahead<>(found, 0, Optional.empty());
      }
    };
  }

  /// What is ahead is dropped.
  @Override
  public void close() throws StoreException {
    threads.shutdownNow();
    cursor.close();
  }
}

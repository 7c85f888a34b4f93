package touchmark.app.render;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Splits a loop into blocks that so many workers of the processor's common pool take in turn.
///
/// @param count how many work at a time
/// @param cancelled asked before each block
record Workers(int count, BooleanSupplier cancelled) {
  /// One run of a loop, from `from` to before `to`, by the worker with this number.
  @FunctionalInterface
  interface Block {
    void run(int worker, int from, int to);
  }

  /// Ends when all blocks are done.
  ///
  /// @throws CancellationException when asked to stop
  void each(int total, int blockSize, Block block) {
    AtomicInteger next = new AtomicInteger();
    int blocks = Math.ceilDiv(total, blockSize);
    IntStream.range(0, Math.min(count, blocks))
        .parallel()
        .forEach(
            worker -> {
              for (int taken = next.getAndIncrement();
                  taken < blocks && !cancelled.getAsBoolean();
                  taken = next.getAndIncrement()) {
                int from = taken * blockSize;
                block.run(worker, from, Math.min(total, from + blockSize));
              }
            });
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the picture is no longer wanted");
    }
  }
}

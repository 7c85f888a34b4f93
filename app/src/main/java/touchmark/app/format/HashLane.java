package touchmark.app.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// Hashes chunks on a thread of its own and gives them back for the next bytes. The one who fills
/// chunks may go on reading the last one until it asks for another.
final class HashLane implements Closeable {
  private static final int CHUNK = 256 * 1024;
  private static final int CHUNKS = 4;

  /// Ends the lane: the one buffer without room.
  private static final ByteBuffer END = ByteBuffer.allocate(0);

  private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(CHUNKS);

  /// Room for every chunk and for one end, so that adding never waits.
  private final BlockingQueue<ByteBuffer> waiting = new ArrayBlockingQueue<>(CHUNKS + 1);

  /// Written by the lane's thread alone, read after it has ended.
  private final MessageDigest digest = sha256();

  private final Thread thread;

  HashLane() {
    for (int i = 0; i < CHUNKS; i++) {
      free.add(ByteBuffer.allocate(CHUNK));
    }
    thread = Thread.ofPlatform().daemon().name("fingerprint").start(this::run);
  }

  /// An empty chunk; waits for the hashing to catch up.
  ByteBuffer free() throws IOException {
    try {
      return free.take().clear();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Hashes a chunk from its position to its limit, and then sets it free.
  void hash(ByteBuffer chunk) {
    waiting.add(chunk);
  }

  /// The SHA-256 of all chunks.
  Fingerprint finish() throws IOException {
    close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return new Fingerprint(Digest.of(digest.digest()));
  }

  /// Ends the thread once it has hashed what waits. A further end, of which there may be no room,
  /// changes nothing.
  @Override
  public void close() {
    waiting.offer(END);
  }

  private void run() {
    try {
      for (ByteBuffer chunk = waiting.take(); chunk.capacity() > 0; chunk = waiting.take()) {
        digest.update(chunk);
        free.add(chunk);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the lane", e);
    }
  }

  private static IOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    IOException told = new InterruptedIOException("interrupted while a file was read");
    told.initCause(cause);
    return told;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

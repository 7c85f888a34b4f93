package touchmark.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.StoreException;

/// One process on one chain. The file `lock` tells others which; the lock itself goes when the
/// process does, however it ends.
public final class HomeLock implements AutoCloseable {
  // Far behind the text, so that others can still read it where locks are mandatory.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
  private static final int LONGEST_TEXT = 32;

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock.
  ///
  /// @throws StoreException if another process holds it: which one
  public static HomeLock take(Path directory) throws StoreException {
    Path file = directory.resolve("lock");
    FileChannel channel = null;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      if (lock(channel) == null) {
        String holder = read(channel);
        channel.close();
        throw new StoreException(
            "The ledger in %s is open in process %s; close that one first, or let it do the work."
                .formatted(directory, holder));
      }
      write(channel, Long.toString(ProcessHandle.current().pid()));
      return new HomeLock(channel);
    } catch (IOException e) {
      closeAfter(channel, e);
      throw new StoreException("%s cannot be locked: %s".formatted(file, DiskTrouble.reason(e)), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // this very process holds it, and its number stands in the file
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.matches("[0-9]+") ? pid : "(unknown)";
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  private static void closeAfter(@Nullable FileChannel channel, IOException cause) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("The lock cannot be let go: " + DiskTrouble.reason(e), e);
    }
  }
}

package touchmark.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One process at a time uses a home. The operating system lets go of the lock when a process ends,
/// however it ends.
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws HomeException with HELD_BY_ANOTHER when another process, or another part of this one,
  ///   uses the home
  static HomeLock take(HomeLayout layout) throws HomeException, IOException {
    Path file = layout.lock();
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      FileLock lock = channel.tryLock();
      held = lock != null;
    } catch (OverlappingFileLockException e) {
      throw heldByAnother(layout, e);
    } finally {
      if (!held) {
        channel.close();
      }
    }
    if (!held) {
      throw heldByAnother(layout, null);
    }
    return new HomeLock(channel);
  }

  private static HomeException heldByAnother(HomeLayout layout, @Nullable Throwable cause) {
    String message =
        layout.home() + " is in use by another Touchmark; close it, or use another home.";
    return cause == null
        ? new HomeException(HomeException.Reason.HELD_BY_ANOTHER, message)
        : new HomeException(HomeException.Reason.HELD_BY_ANOTHER, message, cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

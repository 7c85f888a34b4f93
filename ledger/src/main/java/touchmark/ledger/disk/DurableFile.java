package touchmark.ledger.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes small files so that a crash or a power loss leaves the old one or the new one.
public final class DurableFile {
  private DurableFile() {}

  /// Puts a file in the place of what bears its name; on the disk when this returns. It is its
  /// owner's alone where the file system knows owners. What a process that died left behind is
  /// called `.writing-*.tmp`.
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path directory = directoryOf(file);
    Path temporary = Files.createTempFile(directory, ".writing-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory(directory);
  }

  /// The folder that a file lies in.
  ///
  /// @throws IOException if the path is a root, which lies in none
  public static Path directoryOf(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException(file + " is no place for a file");
    }
    return directory;
  }

  /// Makes the names in a folder durable. Windows keeps them so by itself and opens no folder.
  public static void forceDirectory(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}

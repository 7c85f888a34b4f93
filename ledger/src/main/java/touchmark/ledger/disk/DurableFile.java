package touchmark.ledger.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes small files so that they are on the disk, whole, when the call returns. Unless said
/// otherwise they are their owner's alone, where the file system knows owners.
public final class DurableFile {
  private DurableFile() {}

  /// Puts a file in the place of what bears its name; on the disk when this returns. What a process
  /// that died left behind is called `.writing-*.tmp`.
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path directory = directoryOf(file);
    Path temporary = Files.createTempFile(directory, ".writing-", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        write(channel, bytes);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory(directory);
  }

  /// Makes a file where nothing is, not even a link. Where it cannot be written, nothing stays; a
  /// process that dies meanwhile leaves a part of it. Works on file systems without links, as
  /// sticks have them.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if something bears the name; it is untouched
  public static void create(Path file, byte[] bytes) throws IOException {
    create(file, bytes, ownersAlone(directoryOf(file)));
  }

  /// The same with the permissions that files usually get here, for what is no secret.
  public static void createForAll(Path file, byte[] bytes) throws IOException {
    create(file, bytes, new FileAttribute<?>[0]);
  }

  private static void create(Path file, byte[] bytes, FileAttribute<?>[] attributes)
      throws IOException {
    Path directory = directoryOf(file);
    FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    boolean whole = false;
    try (channel) {
      write(channel, bytes);
      forceDirectory(directory);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileAttribute<?>[] ownersAlone(Path directory) {
    return isPosix(directory)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
      channel.write(rest);
    }
    channel.force(true);
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
    if (isPosix(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}

package touchmark.app.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import touchmark.ledger.disk.DurableFile;

/// Replaces a file in one step: the content goes to a temporary file beside it, is flushed to the
/// disk, and takes the name when it is complete. On failure the old file stays as it was.
public final class WholeFile {
  private static final int MOST_TRIES = 8;

  private WholeFile() {}

  /// Writes the content.
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes a text as UTF-8.
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Writes a text as UTF-8 where nothing is.
  ///
  /// @throws FileAlreadyExistsException if something bears the name; it is untouched
  public static void writeNew(Path file, String text) throws IOException {
    Files.createDirectories(directoryOf(file));
    DurableFile.createForAll(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes what the body writes where nothing is; nothing when it throws.
  ///
  /// @throws FileAlreadyExistsException if something bears the name; it is untouched
  public static void writeNew(Path file, Body body) throws IOException {
    Path directory = directoryOf(file);
    Files.createDirectories(directory);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path temporary = newFile(directory, ".writing-", ".tmp");
    try {
      fill(temporary, body);
      placeNew(temporary, file);
      DurableFile.forceDirectory(directory);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// A link replaces nothing, in one step; where there are no links, a name that is taken is looked
  /// for just before.
  private static void placeNew(Path finished, Path file) throws IOException {
    try {
      Files.createLink(file, finished);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(finished, file);
    }
  }

  /// Writes what the body writes; nothing when it throws.
  public static void write(Path file, Body body) throws IOException {
    Path directory = directoryOf(file);
    Files.createDirectories(directory);
    Path temporary = newFile(directory, ".writing-", ".tmp");
    try {
      fill(temporary, body);
      moveInto(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void fill(Path file, Body body) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      body.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /// Finds out whether a file can be made at a place, without making it.
  ///
  /// @throws IOException when not
  public static void tryPlace(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": expected a place for a file, found a directory");
    }
    Path directory = directoryOf(file);
    if (Files.isRegularFile(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    Files.createDirectories(directory);
    Files.delete(newFile(directory, ".writing-", ".tmp"));
  }

  /// An empty file that was not there before, with the permissions that files usually get here:
  /// what becomes of it may be for others, too.
  public static Path newFile(Path directory, String prefix, String suffix) throws IOException {
    for (int tries = 0; ; tries++) {
      Path file = directory.resolve(prefix + UUID.randomUUID() + suffix);
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /// Gives a finished, flushed file its name, in place of what bears it.
  public static void moveInto(Path finished, Path file) throws IOException {
    Path directory = directoryOf(file);
    Files.createDirectories(directory);
    try {
      Files.move(
          finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(finished, file, StandardCopyOption.REPLACE_EXISTING);
    }
    DurableFile.forceDirectory(directory);
  }

  /// Reads a small text file.
  ///
  /// @param most bytes that it may have
  /// @throws IOException also when it is longer
  public static String read(Path file, int most) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException(file + ": expected at most " + most + " bytes, found more");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is no file");
    }
    return parent;
  }
}

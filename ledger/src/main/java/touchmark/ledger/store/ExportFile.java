package touchmark.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import touchmark.ledger.StoreException;

/// A whole chain in one file: the records of its segments in order, and an END record, without
/// which a file cut short would look complete. It is written beside its place and moved there when
/// it is whole.
public final class ExportFile implements AutoCloseable {
  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private boolean started;

  private ExportFile(Path target, Path temporary, FileChannel channel) {
    this.target = target;
    this.temporary = temporary;
    this.channel = channel;
  }

  /// Begins a file.
  public static ExportFile create(Path target) throws StoreException {
    try {
      Path absolute = target.toAbsolutePath();
      Path directory = absolute.getParent();
      if (directory == null || Files.isDirectory(absolute)) {
        throw new StoreException(target + " is a folder; a file's name is expected.");
      }
      Path temporary = Files.createTempFile(directory, ".export", ".part");
      FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
      return new ExportFile(absolute, temporary, channel);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written: %s".formatted(target, DiskTrouble.reason(e)), e);
    }
  }

  /// Reads such a file.
  public static RecordCursor read(Path file) throws StoreException {
    return new FileCursor(file, FileStart.EXPORT, 0, false, Long.MAX_VALUE);
  }

  /// Adds a record.
  public void append(RecordType type, byte[] bytes) throws StoreException {
    try {
      if (!started) {
        write(ByteBuffer.wrap(FileStart.EXPORT.encode(0)));
        started = true;
      }
      write(RecordFrame.encode(type, bytes));
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written: %s".formatted(target, DiskTrouble.reason(e)), e);
    }
  }

  /// Puts the whole file in its place.
  public void finish() throws StoreException {
    try {
      channel.force(true);
      channel.close();
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be written: %s".formatted(target, DiskTrouble.reason(e)), e);
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /// Removes what is not finished.
  @Override
  public void close() throws StoreException {
    try {
      channel.close();
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be removed: %s".formatted(temporary, DiskTrouble.reason(e)), e);
    }
  }
}

package touchmark.ledger.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A segment that is being written. A disk may refuse any of it at any byte.
interface SegmentFile extends Closeable {
  /// Writes all bytes that remain, from a place in the file on.
  void write(ByteBuffer bytes, long at) throws IOException;

  /// Makes the file end there.
  void truncate(long end) throws IOException;

  /// Returns when everything written is on the disk.
  void force() throws IOException;

  /// Opens a segment, which is made if it is not there.
  @FunctionalInterface
  interface Opener {
    SegmentFile open(Path file) throws IOException;
  }

  /// Opens a segment of the file system.
  static SegmentFile onDisk(Path file) throws IOException {
    return new Channel(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
  }

  /// A segment of the file system.
  record Channel(FileChannel channel) implements SegmentFile {
    @Override
    public void write(ByteBuffer bytes, long at) throws IOException {
      long next = at;
      while (bytes.hasRemaining()) {
        next += channel.write(bytes, next);
      }
    }

    @Override
    public void truncate(long end) throws IOException {
      channel.truncate(end);
    }

    @Override
    public void force() throws IOException {
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}

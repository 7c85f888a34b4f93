package touchmark.ledger.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.StoreException;

/// Records in append-only files `000000.seg` and on. Starting up after a crash is the ordinary
/// start-up: a record that was cut short at the very end is moved aside to a `.torn` file; any
/// other damage is left alone, named, and stops writing.
public final class SegmentStore implements RecordStore {
  /// Where a new segment begins, in bytes.
  public static final long DEFAULT_SEGMENT_SIZE = 64L * 1024 * 1024;

  private final SegmentFiles files;
  private final long segmentSize;

  // These four are used by the appending thread only.
  private @Nullable FileChannel channel;
  private int number;
  private long end;
  private boolean newFile;

  // Written by the appending thread, read by any.
  private volatile Location durableEnd;
  private volatile @Nullable String readOnly;

  private SegmentStore(SegmentFiles files, long segmentSize, SegmentTail tail) {
    this.files = files;
    this.segmentSize = segmentSize;
    this.number = tail.end().segment();
    this.end = tail.end().offset();
    this.durableEnd = tail.end();
    this.readOnly = tail.readOnlyBecause().orElse(null);
  }

  /// Opens the segments of a directory, which is made if it is not there.
  ///
  /// @param segmentSize a record that would make a segment longer than this begins a new one
  /// @throws StoreException if the disk cannot be read
  public static SegmentStore open(Path directory, long segmentSize) throws StoreException {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StoreException(
          "The folder %s cannot be made: %s".formatted(directory, e.getMessage()), e);
    }
    SegmentFiles files = new SegmentFiles(directory);
    return new SegmentStore(files, segmentSize, SegmentTail.recover(files));
  }

  /// Reads the segments of a directory as they are, whoever has it open; nothing is changed.
  public static RecordCursor scan(Path directory) throws StoreException {
    return new SegmentCursor(new SegmentFiles(directory), Optional.empty());
  }

  /// Whether the directory holds a segment.
  public static boolean existsIn(Path directory) throws StoreException {
    return new SegmentFiles(directory).last().isPresent();
  }

  @Override
  public Location append(RecordType type, byte[] bytes) throws StoreException {
    if (bytes.length > LONGEST_RECORD) {
      throw new IllegalArgumentException("a record of " + bytes.length + " bytes is too long");
    }
    String reason = readOnly;
    if (reason != null) {
      throw new StoreException("Nothing can be recorded. " + reason);
    }
    ByteBuffer frame = RecordFrame.encode(type, bytes);
    try {
      FileChannel out = channelFor(frame.remaining());
      Location location = new Location(number, end);
      writeFully(out, frame);
      return location;
    } catch (IOException e) {
      takeBack(e);
      throw new StoreException(
          "%s cannot be written: %s. Nothing was recorded."
              .formatted(files.file(number), e.getMessage()),
          e);
    }
  }

  private FileChannel channelFor(int bytes) throws IOException {
    if (end > FileStart.LENGTH && end + bytes > segmentSize) {
      if (channel != null) {
        channel.force(true);
        channel.close();
        channel = null;
      }
      number++;
      end = 0;
    }
    if (channel == null) {
      channel =
          FileChannel.open(files.file(number), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }
    if (end == 0) {
      newFile = true;
      writeFully(channel, ByteBuffer.wrap(FileStart.SEGMENT.encode(number)));
    }
    return channel;
  }

  private void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    long at = end;
    while (bytes.hasRemaining()) {
      at += out.write(bytes, at);
    }
    end = at;
  }

  /// After a failed write the file ends again where it ended before.
  private void takeBack(IOException cause) {
    try {
      if (channel != null) {
        channel.truncate(end);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
      readOnly = "An earlier write to %s failed half-way.".formatted(files.file(number));
    }
  }

  @Override
  public void force() throws StoreException {
    try {
      if (channel != null) {
        channel.force(false);
      }
      if (newFile) {
        files.forceDirectory();
        newFile = false;
      }
      durableEnd = new Location(number, end);
    } catch (IOException e) {
      readOnly =
          "The disk did not confirm an earlier write to %s; close the program and open it again."
              .formatted(files.file(number));
      throw new StoreException(
          "%s: the disk did not confirm the write: %s"
              .formatted(files.file(number), e.getMessage()),
          e);
    }
  }

  @Override
  public StoredRecord read(Location location) throws StoreException {
    Path file = files.file(location.segment());
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(location.offset());
      return new RecordReader(FileCursor.fileName(file), location, in.length()).read(in);
    } catch (IOException e) {
      throw new StoreException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public RecordCursor scan() throws StoreException {
    return new SegmentCursor(files, readOnly == null ? Optional.of(durableEnd) : Optional.empty());
  }

  @Override
  public Optional<String> readOnlyBecause() {
    return Optional.ofNullable(readOnly);
  }

  @Override
  public void close() throws StoreException {
    try {
      if (channel != null) {
        channel.close();
        channel = null;
      }
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be closed: %s".formatted(files.file(number), e.getMessage()), e);
    }
  }
}

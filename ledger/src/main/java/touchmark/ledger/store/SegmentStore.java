package touchmark.ledger.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final SegmentFile.Opener opener;

  // These four are used by the appending thread only.
  private @Nullable SegmentFile segment;
  private int number;
  private long end;
  private boolean newFile;

  // Written by the appending thread, read by any.
  private volatile Location durableEnd;
  private volatile @Nullable String readOnly;

  private SegmentStore(
      SegmentFiles files, long segmentSize, SegmentFile.Opener opener, SegmentTail tail) {
    this.files = files;
    this.segmentSize = segmentSize;
    this.opener = opener;
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
    return open(directory, segmentSize, SegmentFile::onDisk);
  }

  /// Opens the segments of a directory that was left in order, without reading all of them where
  /// they still end there.
  ///
  /// @param end where they ended
  /// @throws StoreException if the disk cannot be read
  public static SegmentStore open(Path directory, long segmentSize, Location end)
      throws StoreException {
    SegmentFiles files = new SegmentFiles(directory);
    return files.endAt(end)
        ? new SegmentStore(
            files, segmentSize, SegmentFile::onDisk, new SegmentTail(end, Optional.empty()))
        : open(directory, segmentSize);
  }

  /// How many bytes the segments of a directory have.
  public static long bytesIn(Path directory) throws StoreException {
    return new SegmentFiles(directory).bytes();
  }

  /// Behind the last record that counts.
  public Location end() {
    return durableEnd;
  }

  static SegmentStore open(Path directory, long segmentSize, SegmentFile.Opener opener)
      throws StoreException {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StoreException(
          "The folder %s cannot be made: %s".formatted(directory, DiskTrouble.reason(e)), e);
    }
    SegmentFiles files = new SegmentFiles(directory);
    return new SegmentStore(files, segmentSize, opener, SegmentTail.recover(files));
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
    if (end > FileStart.LENGTH && end + frame.remaining() > segmentSize) {
      endSegment();
    }
    try {
      SegmentFile out = open();
      Location location = new Location(number, end);
      write(out, frame);
      return location;
    } catch (IOException e) {
      takeBack(e);
      throw new StoreException(
          "%s cannot be written: %s. Nothing was recorded."
              .formatted(files.file(number), DiskTrouble.reason(e)),
          e);
    }
  }

  private void endSegment() throws StoreException {
    try {
      if (segment != null) {
        segment.force();
        segment.close();
        segment = null;
      }
    } catch (IOException e) {
      throw unconfirmed(e);
    }
    number++;
    end = 0;
  }

  private SegmentFile open() throws IOException {
    SegmentFile open = segment;
    if (open == null) {
      open = opener.open(files.file(number));
      segment = open;
    }
    if (end == 0) {
      newFile = true;
      write(open, ByteBuffer.wrap(FileStart.SEGMENT.encode(number)));
    }
    return open;
  }

  private void write(SegmentFile out, ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    out.write(bytes, end);
    end += length;
  }

  /// After a failed write the file ends again where it ended before.
  private void takeBack(IOException cause) {
    try {
      if (segment != null) {
        segment.truncate(end);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
      readOnly = "An earlier write to %s failed half-way.".formatted(files.file(number));
    }
  }

  @Override
  public void force() throws StoreException {
    try {
      if (segment != null) {
        segment.force();
      }
      if (newFile) {
        files.forceDirectory();
        newFile = false;
      }
      durableEnd = new Location(number, end);
    } catch (IOException e) {
      throw unconfirmed(e);
    }
  }

  /// Whether the bytes will be there after a crash cannot be known any more.
  private StoreException unconfirmed(IOException cause) {
    Path file = files.file(number);
    readOnly =
        "The disk did not confirm an earlier write to %s; close the program and open it again."
            .formatted(file);
    return new StoreException(
        "%s: the disk did not confirm the write: %s; whether it was recorded shows when the program is opened again."
            .formatted(file, DiskTrouble.reason(cause)),
        cause);
  }

  @Override
  public StoredRecord read(Location location) throws StoreException {
    Path file = files.file(location.segment());
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(location.offset());
      return new RecordReader(FileCursor.fileName(file), location, in.length()).read(in);
    } catch (IOException e) {
      throw new StoreException("%s cannot be read: %s".formatted(file, DiskTrouble.reason(e)), e);
    }
  }

  @Override
  public byte[] readPart(Location location, int from, int to) throws StoreException {
    Path file = files.file(location.segment());
    byte[] part = new byte[to - from];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(location.offset() + RecordFrame.HEAD + from);
      in.readFully(part);
      return part;
    } catch (IOException e) {
      throw new StoreException("%s cannot be read: %s".formatted(file, DiskTrouble.reason(e)), e);
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
      if (segment != null) {
        segment.close();
        segment = null;
      }
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be closed: %s".formatted(files.file(number), DiskTrouble.reason(e)), e);
    }
  }
}

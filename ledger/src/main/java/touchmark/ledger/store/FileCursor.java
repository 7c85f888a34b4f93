package touchmark.ledger.store;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Bytes;

/// Reads the records of one file. A stream rather than a channel, because an interrupt must not
/// close what others read.
final class FileCursor implements RecordCursor {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final String name;
  private final int number;
  private final FileStart kind;
  private final boolean last;
  private final long end;
  private final InputStream in;
  private long at;
  private boolean started;
  private boolean ended;

  /// @param number the file's own number, which its start states
  /// @param last whether a write cut short can explain a missing end
  /// @param limit bytes after this one are not looked at
  FileCursor(Path file, FileStart kind, int number, boolean last, long limit)
      throws StoreException {
    this.file = file;
    this.name = fileName(file);
    this.number = number;
    this.kind = kind;
    this.last = last;
    try {
      this.end = Math.min(limit, Files.size(file));
      this.in = new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Override
  public Found next() throws StoreException {
    if (ended) {
      return new Found.End();
    }
    try {
      if (!started) {
        started = true;
        if (end == 0 && last) {
          return ended(); // made, and nothing written yet
        }
        Optional<Found> wrong = readStart();
        if (wrong.isPresent()) {
          return wrong.get();
        }
      }
      return at == end ? ended() : readRecord();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Optional<Found> readStart() throws IOException {
    byte[] expected = kind.encode(number);
    byte[] found = in.readNBytes((int) Math.min(FileStart.LENGTH, end));
    if (Arrays.equals(found, expected)) {
      at = FileStart.LENGTH;
      return Optional.empty();
    }
    if (found.length < FileStart.LENGTH) {
      return Optional.of(stop(last, "a file of records begins with 16 bytes, here are " + end));
    }
    at = FileStart.LENGTH;
    return Optional.of(
        new Found.Damaged(
            new Damage(
                name,
                0,
                FileStart.LENGTH,
                false,
                "the file's first bytes are not those of number %d of its kind"
                    .formatted(number))));
  }

  private Found readRecord() throws IOException {
    long rest = end - at;
    byte[] head = in.readNBytes((int) Math.min(RecordFrame.HEAD, rest));
    if (head.length < RecordFrame.HEAD) {
      return stop(last, "a record's 13 bytes of framing end after " + head.length);
    }
    if (!RecordFrame.headHolds(head)) {
      boolean unwritten = last && allZero(head);
      return stop(unwritten, "the checksum of a record's type and length does not match them");
    }
    int length = RecordFrame.length(head);
    Optional<RecordType> type = RecordType.of(RecordFrame.code(head));
    if (type.isEmpty() || length < 0 || length > RecordStore.LONGEST_RECORD) {
      return stop(
          false,
          "a record of type %d and %d bytes is not known"
              .formatted(RecordFrame.code(head), length));
    }
    if (length > rest - RecordFrame.HEAD) {
      return stop(
          last, "a record of %d bytes ends after %d".formatted(length, rest - RecordFrame.HEAD));
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      return stop(false, "the file became shorter while it was read");
    }
    long from = at;
    at += RecordFrame.HEAD + length;
    return RecordFrame.bytesHold(head, bytes)
        ? new Found.Intact(
            new StoredRecord(
                type.get(), new Location(number, from), name, at - from, Bytes.of(bytes)))
        : new Found.Damaged(
            new Damage(
                name,
                from,
                at,
                false,
                "the checksum of a record's %d bytes does not match them".formatted(length)));
  }

  private boolean allZero(byte[] head) throws IOException {
    for (byte b : head) {
      if (b != 0) {
        return false;
      }
    }
    for (long left = end - at - head.length; left > 0; left--) {
      if (in.read() > 0) {
        return false;
      }
    }
    return true;
  }

  private Found ended() {
    ended = true;
    return new Found.End();
  }

  /// Damage whose own end cannot be told: the rest of the file is lost with it.
  private Found stop(boolean torn, String message) {
    ended = true;
    return new Found.Damaged(new Damage(name, at, end, torn, message));
  }

  private StoreException unreadable(IOException cause) {
    return new StoreException(
        "%s cannot be read: %s".formatted(file, DiskTrouble.reason(cause)), cause);
  }

  @Override
  public void close() throws StoreException {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}

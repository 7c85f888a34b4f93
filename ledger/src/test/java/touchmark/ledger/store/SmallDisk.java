package touchmark.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import touchmark.ledger.StoreException;

/// A disk with room for some bytes more. A write that does not fit is done in part, as real disks
/// do, and fails.
public final class SmallDisk {
  private long room;
  private boolean forgetful;

  public SmallDisk(long room) {
    this.room = room;
  }

  /// Segments on this disk.
  public RecordStore segments(Path directory) throws StoreException {
    return SegmentStore.open(directory, SegmentStore.DEFAULT_SEGMENT_SIZE, this::open);
  }

  /// Somebody deletes other files.
  public void makeRoom(long bytes) {
    room += bytes;
  }

  /// From now on it takes bytes, and does not say that it kept them.
  public void confirmNothing() {
    forgetful = true;
  }

  private SegmentFile open(Path file) throws IOException {
    return new Limited(SegmentFile.onDisk(file));
  }

  private final class Limited implements SegmentFile {
    private final SegmentFile file;

    Limited(SegmentFile file) {
      this.file = file;
    }

    @Override
    public void write(ByteBuffer bytes, long at) throws IOException {
      int wanted = bytes.remaining();
      int fits = (int) Math.min(room, wanted);
      room -= fits;
      file.write(bytes.limit(bytes.position() + fits), at);
      if (fits < wanted) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void truncate(long end) throws IOException {
      file.truncate(end);
    }

    @Override
    public void force() throws IOException {
      if (forgetful) {
        throw new IOException("Input/output error");
      }
      file.force();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}

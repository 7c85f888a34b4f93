package touchmark.app.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.Consumer;
import touchmark.ledger.model.Fingerprint;

/// The bytes of one file, read from the disk once, in order. Each chunk is copied out of the file a
/// single time; a second thread hashes the very chunk that the reader gets, so the fingerprint is
/// of the bytes that were parsed, whatever happens to the file meanwhile.
///
/// Used by one thread.
final class FileSource implements Source, Closeable {
  private final Path path;
  private final FileState before;
  private final FileChannel channel;
  private final HashLane lane;
  private final Head head;

  /// What was read and not yet handed out. The hash lane may read it at the same time; nobody
  /// writes it before the next [#fill()].
  private ByteBuffer current;

  /// Told by the thread that reads.
  private final Consumer<ProductData> early;

  private long filled;
  private boolean ended;
  private boolean handedOut;

  private FileSource(
      Path path,
      FileState before,
      FileChannel channel,
      HashLane lane,
      ByteBuffer first,
      Consumer<ProductData> early) {
    this.early = early;
    this.path = path;
    this.before = before;
    this.channel = channel;
    this.lane = lane;
    this.current = first.duplicate();
    this.filled = first.remaining();
    this.ended = filled == 0;
    byte[] beginning = new byte[Math.min(first.remaining(), Head.LENGTH)];
    first.get(first.position(), beginning);
    this.head = new Head(beginning, Math.max(before.size(), beginning.length), name(path));
    lane.hash(first);
  }

  /// Opens a file.
  ///
  /// @throws IOException in one sentence if it is missing, not a regular file or not readable
  ///
  /// @param early sees the beginning before all is read
  static FileSource open(Path path, Consumer<ProductData> early) throws IOException {
    FileState before = FileState.of(path);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      HashLane lane = new HashLane();
      try {
        return new FileSource(path, before, channel, lane, read(channel, lane.free()), early);
      } catch (IOException e) {
        lane.close();
        throw e;
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public long size() {
    return before.size();
  }

  @Override
  public Head head() {
    return head;
  }

  @Override
  public void early(ProductData soFar) {
    early.accept(soFar);
  }

  /// The bytes. Reading past what [#size()] said is possible when the file grows, and then
  /// [#finish()] refuses it.
  @Override
  public InputStream stream() {
    if (handedOut) {
      throw new IllegalStateException("a source is read once");
    }
    handedOut = true;
    return new Stream();
  }

  @Override
  public byte[] whole(int most) throws FormatException, IOException {
    byte[] all = Source.super.whole(most);
    if (all.length < size()) {
      throw changed();
    }
    return all;
  }

  /// Reads what is left and tells the SHA-256 of all bytes.
  ///
  /// @throws FormatException if the file changed since it was opened
  Fingerprint finish() throws FormatException, IOException {
    while (fill()) {
      // the lane hashes each chunk
    }
    Fingerprint fingerprint = lane.finish();
    if (filled != before.size() || !before.equals(FileState.of(path))) {
      throw changed();
    }
    return fingerprint;
  }

  /// Reads one more chunk, dropping what is left of the current one.
  ///
  /// @return false at the end of the file
  boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    ByteBuffer chunk = read(channel, lane.free());
    ended = !chunk.hasRemaining();
    filled += chunk.remaining();
    current = chunk.duplicate();
    lane.hash(chunk);
    return !ended;
  }

  private static ByteBuffer read(FileChannel channel, ByteBuffer chunk) throws IOException {
    int count = 0;
    while (chunk.hasRemaining() && count >= 0) {
      count = channel.read(chunk);
    }
    return chunk.flip();
  }

  /// How many bytes were read from the disk so far.
  long filled() {
    return filled;
  }

  private FormatException changed() {
    return new FormatException(
        path, "the whole file", "a file that stays as it is while it is read", "one that changed");
  }

  private static String name(Path path) {
    return Objects.requireNonNullElse(path.getFileName(), path).toString();
  }

  @Override
  public void close() throws IOException {
    lane.close();
    channel.close();
  }

  private final class Stream extends InputStream {
    private boolean ready() throws IOException {
      return current.hasRemaining() || fill();
    }

    @Override
    public int read() throws IOException {
      return ready() ? current.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (length == 0) {
        return 0;
      }
      if (!ready()) {
        return -1;
      }
      int count = Math.min(length, current.remaining());
      current.get(into, offset, count);
      return count;
    }

    @Override
    public int available() {
      return current.remaining();
    }
  }
}

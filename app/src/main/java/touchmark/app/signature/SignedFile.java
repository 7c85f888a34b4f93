package touchmark.app.signature;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.Progress;

/// The bytes of a file that may be signed, read at any place. A large file is never in memory as a
/// whole. Used by one thread.
public final class SignedFile implements Closeable {
  private static final int CHUNK = 256 * 1024;
  private static final byte DELETE = 0x7f;

  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final Progress progress;

  private SignedFile(Path path, FileChannel channel, long size, Progress progress) {
    this.path = path;
    this.channel = channel;
    this.size = size;
    this.progress = progress;
  }

  /// Opens a file.
  ///
  /// @param progress told in bytes of the file, once for each time that it is gone through
  public static SignedFile open(Path path, Progress progress) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new SignedFile(path, channel, channel.size(), progress);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Where it lies, for messages.
  public Path path() {
    return path;
  }

  /// Its size when it was opened, bytes.
  public long size() {
    return size;
  }

  /// A run of bytes, fewer where the file ends.
  ///
  /// @throws EOFException if the file shrank
  public byte[] read(long from, int most) throws IOException {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(most, size - from))];
    fill(ByteBuffer.wrap(bytes), from);
    return bytes;
  }

  private void fill(ByteBuffer into, long from) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        throw new EOFException(path.getFileName() + " became shorter while it was read");
      }
      at += count;
    }
  }

  /// Hands a run of bytes on.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public void copy(long from, long to, OutputStream out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long at = from; at < to; ) {
      progress.reached(at, size);
      chunk.clear().limit((int) Math.min(CHUNK, to - at));
      fill(chunk, at);
      out.write(chunk.array(), 0, chunk.limit());
      at += chunk.limit();
    }
  }

  /// Whether a pattern stands anywhere.
  public boolean has(byte[] pattern) throws IOException {
    return !find(pattern, 1).isEmpty();
  }

  /// The first places at which a pattern stands.
  ///
  /// @param most of them
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public List<Long> find(byte[] pattern, int most) throws IOException {
    List<Long> found = new ArrayList<>();
    int[] skips = skips(pattern);
    int last = pattern.length - 1;
    for (long at = 0; at + pattern.length <= size; ) {
      progress.reached(at, size);
      byte[] chunk = read(at, CHUNK);
      int place = 0;
      while (place + last < chunk.length) {
        if (matches(chunk, place, pattern)) {
          found.add(at + place);
          if (found.size() == most) {
            return found;
          }
        }
        place += skips[chunk[place + last] & 0xFF];
      }
      at += place;
    }
    return found;
  }

  private static boolean matches(byte[] chunk, int place, byte[] pattern) {
    return Arrays.equals(chunk, place, place + pattern.length, pattern, 0, pattern.length);
  }

  /// What of a run of bytes is more than blanks and control characters.
  ///
  /// @return from the first such byte to after the last; empty when there is none
  public Optional<Gap.Range> nonBlank(long from, long to) throws IOException {
    long first = -1;
    long end = -1;
    for (long at = from; at < to; at += CHUNK) {
      progress.reached(at, size);
      byte[] chunk = read(at, (int) Math.min(CHUNK, to - at));
      for (int i = 0; i < chunk.length; i++) {
        if ((chunk[i] & 0xFF) > ' ' && chunk[i] != DELETE) {
          first = first < 0 ? at + i : first;
          end = at + i + 1;
        }
      }
    }
    return first < 0 ? Optional.empty() : Optional.of(new Gap.Range(first, end));
  }

  /// How far to go on for the last byte that was seen [Horspool 1980].
  private static int[] skips(byte[] pattern) {
    int[] skips = new int[256];
    Arrays.fill(skips, pattern.length);
    for (int i = 0; i < pattern.length - 1; i++) {
      skips[pattern[i] & 0xFF] = pattern.length - 1 - i;
    }
    return skips;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

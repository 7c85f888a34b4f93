package touchmark.app.format.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import touchmark.app.format.FormatException;
import touchmark.ledger.Progress;

/// Cuts a stream into lines without making strings. Memory is one buffer, however long a line is:
/// of an overlong line only its beginning is handed on.
final class LineFeed {
  /// Longest line that is handed on whole, bytes.
  static final int LONGEST = 64 * 1024;

  private static final int BUFFER = 4 * 1024 * 1024;

  /// Takes one line, without its line feed.
  interface LineConsumer {
    /// @param number counted from 1
    void line(byte[] bytes, int from, int to, int number) throws FormatException;
  }

  private final Path file;
  private final LineConsumer consumer;
  private final byte[] buffer;
  private int lines;

  /// Whether the rest of an overlong line is being skipped.
  private boolean skipping;

  LineFeed(Path file, long size, LineConsumer consumer) {
    this.file = file;
    this.consumer = consumer;
    this.buffer = new byte[(int) Math.clamp(size, 2L * LONGEST, BUFFER)];
  }

  /// Feeds all lines.
  ///
  /// @throws FormatException on a NUL byte: the file is no text
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  void feed(InputStream in, long size, Progress progress) throws FormatException, IOException {
    long done = 0;
    int kept = 0;
    int count;
    while ((count = in.read(buffer, kept, buffer.length - kept)) >= 0) {
      kept = cut(kept, kept + count);
      done += count;
      progress.reached(done, size);
    }
    if (kept > 0 && !skipping) {
      next(0, kept);
    }
  }

  /// Hands on the lines of the buffer and moves what is left to its beginning.
  ///
  /// @param scanned bytes in which no line feed is
  /// @return how many bytes are left
  private int cut(int scanned, int end) throws FormatException {
    int start = 0;
    for (int at = scanned; at < end; at++) {
      byte value = buffer[at];
      if (value == '\n') {
        if (skipping) {
          skipping = false;
        } else {
          next(start, at);
        }
        start = at + 1;
      } else if (value == 0) {
        throw new FormatException(
            file, "line " + (lines + 1), "text", "a byte 0, which only binary files have");
      }
    }
    if (skipping) {
      return 0;
    }
    int left = end - start;
    if (left > LONGEST) {
      next(start, start + LONGEST);
      skipping = true;
      return 0;
    }
    System.arraycopy(buffer, start, buffer, 0, left);
    return left;
  }

  private void next(int from, int to) throws FormatException {
    if (lines == Integer.MAX_VALUE) {
      throw new FormatException(
          file, "line " + lines, "at most " + lines + " lines", "more of them");
    }
    lines++;
    int end = to;
    if (end > from && buffer[end - 1] == '\r') {
      end--;
    }
    consumer.line(buffer, from, Math.min(end, from + LONGEST), lines);
  }
}

package touchmark.app.format.layerfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import touchmark.app.format.FormatException;
import touchmark.ledger.Progress;

/// The bytes of a layer file, with the place of the next one for messages and bounds.
final class LayerInput {
  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final long size;
  private final InputStream in;
  private final Progress progress;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long before;

  LayerInput(Path file, long size, InputStream in, Progress progress) {
    this.file = file;
    this.size = size;
    this.in = in;
    this.progress = progress;
  }

  /// The next byte, -1 at the end.
  int next() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    return buffer[at++] & 0xFF;
  }

  /// The next byte, which stays the next; -1 at the end.
  int peek() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    return buffer[at] & 0xFF;
  }

  private boolean fill() throws IOException {
    before += end;
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    progress.reached(before, size);
    return end > 0;
  }

  /// How many bytes were read.
  long position() {
    return before + at;
  }

  /// How many bytes are left, by the size of the file.
  long left() {
    return Math.max(0, size - position());
  }

  /// Two bytes, the lower first.
  int unsignedShort() throws FormatException, IOException {
    return needed() | needed() << 8;
  }

  /// Four bytes, the lowest first.
  int integer() throws FormatException, IOException {
    return unsignedShort() | unsignedShort() << 16;
  }

  float real() throws FormatException, IOException {
    return Float.intBitsToFloat(integer());
  }

  private int needed() throws FormatException, IOException {
    int next = next();
    if (next < 0) {
      throw problem("the rest of a command", "the end of the file");
    }
    return next;
  }

  FormatException problem(String expected, String found) {
    return new FormatException(file, "byte " + position(), expected, found);
  }

  FormatException problem(String expected, String found, Exception cause) {
    return new FormatException(file, "byte " + position(), expected, found, cause);
  }
}

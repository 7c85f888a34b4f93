package touchmark.app.format.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import touchmark.app.format.FormatException;

/// Unpacks one part: not a byte more than its directory entry announces, and the sum is checked at
/// the end.
final class ZipPartStream extends InputStream {
  private final Path file;
  private final byte[] bytes;
  private final ZipPart part;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private long passed;
  private boolean checked;

  ZipPartStream(Path file, byte[] bytes, ZipPart part) {
    this.file = file;
    this.bytes = bytes;
    this.part = part;
    inflater.setInput(bytes, part.data(), part.packed());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    int count =
        part.method() == ZipPart.STORED
            ? copy(into, offset, length)
            : inflate(into, offset, length);
    if (count <= 0) {
      check();
      return -1;
    }
    sum.update(into, offset, count);
    passed += count;
    if (passed > part.size()) {
      throw problem(part.size() + " bytes, as announced", "more");
    }
    return count;
  }

  private int copy(byte[] into, int offset, int length) {
    int count = (int) Math.min(length, part.packed() - passed);
    System.arraycopy(bytes, (int) (part.data() + passed), into, offset, count);
    return count;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(into, offset, length);
      if (count == 0 && !inflater.finished()) {
        throw problem(
            part.size() + " bytes, as announced", "packed bytes that end after " + passed);
      }
      return count;
    } catch (DataFormatException e) {
      FormatException told =
          new FormatException(file, part.name(), "deflated bytes", "others: " + e.getMessage(), e);
      throw new IOException(told.getMessage(), told);
    }
  }

  private void check() throws IOException {
    if (!checked) {
      checked = true;
      if (passed != part.size()) {
        throw problem(part.size() + " bytes, as announced", passed + " bytes");
      }
      if ((int) sum.getValue() != part.sum()) {
        throw problem("bytes that fit the part's CRC-32", "other bytes");
      }
    }
  }

  /// An [IOException] that carries the sentence, for the parsers in between.
  private IOException problem(String expected, String found) {
    FormatException told = new FormatException(file, part.name(), expected, found);
    return new IOException(told.getMessage(), told);
  }

  @Override
  public void close() {
    inflater.end();
  }
}

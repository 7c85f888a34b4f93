package touchmark.app.format.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import touchmark.app.format.FormatException;

/// Unpacks gzip members one after the other [RFC 1952], bounded, with each sum and size checked.
/// After the last member only zeros may stand, with which tapes are filled up.
///
/// A refusal is an [IOException] whose cause is the [FormatException].
final class GzipStream extends InputStream {
  /// Most bytes that one packed byte may stand for, beyond [#SMALL] bytes.
  static final int MOST_RATIO = 300;

  /// Most unpacked bytes.
  static final long MOST_UNPACKED = 4L << 30;

  private static final long SMALL = 1 << 20;
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int DEFLATED = 8;
  private static final int HAS_SUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final Path file;
  private final ByteBuffer packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private long unpacked;
  private long unpackedBefore;
  private boolean ended;

  /// @param packed the whole file; not copied
  GzipStream(Path file, byte[] packed) throws IOException {
    this.file = file;
    this.packed = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    member();
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
    while (!ended) {
      int count = inflate(into, offset, length);
      if (count > 0) {
        sum.update(into, offset, count);
        unpacked += count;
        checkAmount();
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else {
        throw problem("byte " + packed.limit(), "the rest of the packed bytes", "the end");
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      return inflater.inflate(into, offset, length);
    } catch (DataFormatException e) {
      throw refusal(
          new FormatException(
              file,
              "after " + unpacked + " bytes",
              "deflated bytes",
              "others: " + e.getMessage(),
              e));
    }
  }

  private void checkAmount() throws IOException {
    if (unpacked > MOST_UNPACKED) {
      throw problem("the packed content", "at most " + MOST_UNPACKED + " bytes", "more");
    }
    if (unpacked > SMALL && unpacked / MOST_RATIO > packed.limit()) {
      throw problem(
          "the packed content",
          "at most " + MOST_RATIO + " bytes for each packed one",
          unpacked + " bytes or more from " + packed.limit());
    }
  }

  /// Reads a member's header and begins to unpack it.
  private void member() throws IOException {
    int start = packed.position();
    need(HEADER);
    boolean known = packed.getShort() == (short) 0x8B1F && packed.get() == DEFLATED;
    int flags = packed.get() & 0xFF;
    if (!known || (flags & RESERVED) != 0) {
      throw problem("byte " + start, "the beginning of a gzip member", "something else");
    }
    packed.position(start + HEADER);
    if ((flags & HAS_EXTRA) != 0) {
      need(2);
      skip(packed.getShort() & 0xFFFF);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_SUM) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(packed.array(), packed.position(), packed.remaining());
    sum.reset();
    unpackedBefore = unpacked;
  }

  private void endMember() throws IOException {
    packed.position(packed.limit() - inflater.getRemaining());
    int place = packed.position();
    need(TRAILER);
    if (packed.getInt() != (int) sum.getValue()) {
      throw problem("byte " + place, "bytes that fit the CRC-32", "other bytes");
    }
    long stated = packed.getInt() & 0xFFFF_FFFFL;
    long size = unpacked - unpackedBefore;
    if (stated != (size & 0xFFFF_FFFFL)) {
      throw problem("byte " + (place + 4), size + " bytes, as unpacked", stated + " stated");
    }
    if (packed.hasRemaining() && packed.get(packed.position()) != 0) {
      member();
    } else {
      ended = true;
      checkPadding();
    }
  }

  private void checkPadding() throws IOException {
    while (packed.hasRemaining()) {
      if (packed.get() != 0) {
        throw problem(
            "byte " + (packed.position() - 1), "zeros up to the end of the file", "other bytes");
      }
    }
  }

  private void skip(int length) throws IOException {
    need(length);
    packed.position(packed.position() + length);
  }

  private void skipText() throws IOException {
    do {
      need(1);
    } while (packed.get() != 0);
  }

  private void need(int length) throws IOException {
    if (packed.remaining() < length) {
      throw problem("byte " + packed.limit(), "the rest of a gzip member", "the end of the file");
    }
  }

  private IOException problem(String place, String expected, String found) {
    return refusal(new FormatException(file, place, expected, found));
  }

  private static IOException refusal(FormatException told) {
    return new IOException(told.getMessage(), told);
  }

  @Override
  public void close() {
    inflater.end();
  }
}

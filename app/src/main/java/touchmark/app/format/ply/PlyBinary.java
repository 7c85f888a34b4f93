package touchmark.app.format.ply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import touchmark.app.format.FormatException;
import touchmark.app.format.Source;
import touchmark.ledger.Progress;

/// Numbers as bytes.
final class PlyBinary implements PlyInput {
  private final Source source;
  private final InputStream stream;
  private final Progress progress;
  private final ByteBuffer buffer;

  /// Place in the file of the end of the buffer.
  private long read;

  /// @param stream positioned after the header
  /// @param begin where that is in the file
  PlyBinary(Source source, InputStream stream, long begin, ByteOrder order, Progress progress) {
    this.source = source;
    this.stream = stream;
    this.progress = progress;
    this.read = begin;
    this.buffer = ByteBuffer.allocate(64 * 1024).order(order).limit(0);
  }

  @Override
  public float number(PlyType type) throws FormatException, IOException {
    ready(type.bytes());
    float value =
        switch (type) {
          case FLOAT -> buffer.getFloat();
          case DOUBLE -> (float) buffer.getDouble();
          default -> whole(type);
        };
    if (!Float.isFinite(value)) {
      throw problem("a finite number", Float.toString(value));
    }
    return value;
  }

  @Override
  public int index(PlyType type) throws FormatException, IOException {
    ready(type.bytes());
    long value = whole(type);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw problem("a number from 0 to " + Integer.MAX_VALUE, Long.toString(value));
    }
    return (int) value;
  }

  @Override
  public void skip(PlyType type, int count) throws FormatException, IOException {
    long left = (long) type.bytes() * count;
    while (left > 0) {
      ready(1);
      int now = (int) Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + now);
      left -= now;
    }
  }

  @Override
  public void endThing() {
    // the next thing follows at once
  }

  @Override
  public FormatException problem(String expected, String found) {
    return new FormatException(
        source.path(), "byte " + (read - buffer.remaining()), expected, found);
  }

  private long whole(PlyType type) {
    return switch (type) {
      case CHAR -> buffer.get();
      case UCHAR -> buffer.get() & 0xFF;
      case SHORT -> buffer.getShort();
      case USHORT -> buffer.getShort() & 0xFFFF;
      case INT -> buffer.getInt();
      case UINT -> buffer.getInt() & 0xFFFFFFFFL;
      case FLOAT, DOUBLE -> throw new IllegalStateException(type + " is no whole number");
    };
  }

  private void ready(int bytes) throws FormatException, IOException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    buffer.compact();
    int kept = buffer.position();
    int count = stream.readNBytes(buffer.array(), kept, buffer.capacity() - kept);
    buffer.position(0).limit(kept + count);
    read += count;
    progress.reached(read, source.size());
    if (buffer.remaining() < bytes) {
      throw new FormatException(
          source.path(), "byte " + read, "more numbers", "the end of the file");
    }
  }
}

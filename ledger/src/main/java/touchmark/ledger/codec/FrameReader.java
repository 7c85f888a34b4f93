package touchmark.ledger.codec;

import java.nio.ByteBuffer;

/// Reads a binary frame from its start to its end: big-endian numbers and runs of bytes whose
/// length is checked before anything is allocated.
final class FrameReader {
  private final String name;
  private final ByteBuffer bytes;

  FrameReader(String name, byte[] bytes) {
    this.name = name;
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int remaining() {
    return bytes.remaining();
  }

  int u8(String what) throws MalformedException {
    require(what, Byte.BYTES);
    return Byte.toUnsignedInt(bytes.get());
  }

  int u16(String what) throws MalformedException {
    require(what, Short.BYTES);
    return Short.toUnsignedInt(bytes.getShort());
  }

  int i32(String what) throws MalformedException {
    require(what, Integer.BYTES);
    return bytes.getInt();
  }

  long i64(String what) throws MalformedException {
    require(what, Long.BYTES);
    return bytes.getLong();
  }

  /// A 32-bit count or length between two bounds.
  int bounded(String what, int least, int most) throws MalformedException {
    return within(what, i32(what), least, most);
  }

  /// Refuses a number that was just read when it lies outside its bounds.
  int within(String what, int value, int least, int most) throws MalformedException {
    if (value < least || value > most) {
      throw wrong(what + " from " + least + " to " + most, String.valueOf(value));
    }
    return value;
  }

  byte[] run(String what, int length) throws MalformedException {
    require(what, length);
    byte[] run = new byte[length];
    bytes.get(run);
    return run;
  }

  void skip(String what, int length) throws MalformedException {
    require(what, length);
    bytes.position(bytes.position() + length);
  }

  void end() throws MalformedException {
    if (bytes.hasRemaining()) {
      throw wrong("the end", bytes.remaining() + " more bytes");
    }
  }

  MalformedException wrong(String expected, String found) {
    return new MalformedException(name + ", byte " + bytes.position(), expected, found);
  }

  private void require(String what, int length) throws MalformedException {
    if (bytes.remaining() < length) {
      throw wrong(
          what + " of " + length + " bytes", "the end after " + bytes.remaining() + " bytes");
    }
  }
}

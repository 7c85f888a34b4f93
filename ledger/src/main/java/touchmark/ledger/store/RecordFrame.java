package touchmark.ledger.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How a record stands in a file: type (u8), length (u32), CRC32C of those five bytes (u32), CRC32C
/// of the bytes (u32), the bytes. Numbers are big-endian.
///
/// The first checksum tells a record whose end is missing (a write cut short) from one whose length
/// was altered.
final class RecordFrame {
  /// Bytes before the record's own.
  static final int HEAD = 13;

  private static final int CHECKED_HEAD = 5;

  private RecordFrame() {}

  static ByteBuffer encode(RecordType type, byte[] bytes) {
    ByteBuffer frame = ByteBuffer.allocate(HEAD + bytes.length);
    frame.put((byte) type.code()).putInt(bytes.length);
    frame.putInt(crc(frame.array(), 0, CHECKED_HEAD));
    frame.putInt(crc(bytes, 0, bytes.length)).put(bytes);
    return frame.flip();
  }

  /// Whether the first 9 of the 13 bytes agree with one another.
  static boolean headHolds(byte[] head) {
    return ByteBuffer.wrap(head).getInt(CHECKED_HEAD) == crc(head, 0, CHECKED_HEAD);
  }

  static int code(byte[] head) {
    return Byte.toUnsignedInt(head[0]);
  }

  static int length(byte[] head) {
    return ByteBuffer.wrap(head).getInt(1);
  }

  static boolean bytesHold(byte[] head, byte[] bytes) {
    return ByteBuffer.wrap(head).getInt(9) == crc(bytes, 0, bytes.length);
  }

  static int crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}

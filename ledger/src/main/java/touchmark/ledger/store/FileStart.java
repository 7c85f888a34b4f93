package touchmark.ledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The first 16 bytes of a file of records: its kind (8 ASCII bytes, the last one the version of
/// the form), a number (u32) and CRC32C of those twelve (u32).
enum FileStart {
  /// A segment; the number is its own.
  SEGMENT("TMSEGMT1"),
  /// An exported chain; the number is 0.
  EXPORT("TMCHAIN1");

  static final int LENGTH = 16;
  private static final int CHECKED = 12;
  private final String kind;

  FileStart(String kind) {
    this.kind = kind;
  }

  byte[] encode(int number) {
    ByteBuffer start = ByteBuffer.allocate(LENGTH);
    start.put(kind.getBytes(StandardCharsets.US_ASCII)).putInt(number);
    return start.putInt(RecordFrame.crc(start.array(), 0, CHECKED)).array();
  }
}

package touchmark.app.format.bgcode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Binary G-code for tests, block by block.
final class Blocks {
  static final int FILE_METADATA = 0;
  static final int GCODE = 1;
  static final int SLICER_METADATA = 2;
  static final int THUMBNAIL = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean summed;

  Blocks() {
    this(1);
  }

  /// @param sums 0 for none, 1 for CRC-32
  Blocks(int sums) {
    this.summed = sums == 1;
    out.writeBytes("GCDE".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(numbers(6).putInt(1).putShort((short) sums).array());
  }

  Blocks text(int kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return block(kind, 0, bytes.length, bytes, 0);
  }

  /// @param packing as its number
  /// @param size when unpacked, as announced
  Blocks block(int kind, int packing, int size, byte[] data, int... parameters) {
    ByteBuffer block = numbers(12 + 2 * parameters.length + data.length);
    block.putShort((short) kind).putShort((short) packing).putInt(size);
    if (packing != 0) {
      block.putInt(data.length);
    }
    for (int parameter : parameters) {
      block.putShort((short) parameter);
    }
    block.put(data);
    byte[] bytes = Arrays.copyOf(block.array(), block.position());
    out.writeBytes(bytes);
    if (summed) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      out.writeBytes(numbers(4).putInt((int) sum.getValue()).array());
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private static ByteBuffer numbers(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] room = new byte[bytes.length + 100];
    int count = deflater.deflate(room);
    deflater.end();
    return Arrays.copyOf(room, count);
  }

  /// Heatshrink: what stood not far before is named, everything else written out.
  static byte[] shrunk(byte[] bytes, int window) {
    StringBuilder bits = new StringBuilder();
    int at = 0;
    while (at < bytes.length) {
      int best = 0;
      int from = 0;
      for (int distance = 1; distance <= Math.min(at, 1 << window); distance++) {
        int length = 0;
        while (length < 16
            && at + length < bytes.length
            && bytes[at + length] == bytes[at + length - distance]) {
          length++;
        }
        if (length > best) {
          best = length;
          from = distance;
        }
      }
      if (best > 2) {
        bits.append('0').append(binary(from - 1, window)).append(binary(best - 1, 4));
        at += best;
      } else {
        bits.append('1').append(binary(bytes[at++] & 0xFF, 8));
      }
    }
    while (bits.length() % 8 != 0) {
      bits.append('0');
    }
    byte[] all = new byte[bits.length() / 8];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    return all;
  }

  private static String binary(int value, int digits) {
    return Integer.toBinaryString(1 << digits | value).substring(1);
  }
}

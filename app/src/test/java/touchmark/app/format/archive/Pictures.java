package touchmark.app.format.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Grey PNG pictures for tests.
final class Pictures {
  private Pictures() {}

  /// @param filter of every row, 0 to 4
  static byte[] png(byte[][] pixels, int filter) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    byte[] above = new byte[pixels[0].length];
    for (byte[] row : pixels) {
      rows.write(filter);
      for (int i = 0; i < row.length; i++) {
        int before = i == 0 ? 0 : row[i - 1] & 0xFF;
        int corner = i == 0 ? 0 : above[i - 1] & 0xFF;
        int up = above[i] & 0xFF;
        int guess =
            switch (filter) {
              case 0 -> 0;
              case 1 -> before;
              case 2 -> up;
              case 3 -> (before + up) / 2;
              default -> paeth(before, up, corner);
            };
        rows.write(row[i] - guess);
      }
      above = row;
    }
    return png(pixels[0].length, pixels.length, 8, 0, rows.toByteArray());
  }

  static byte[] png(int width, int height, int bits, int colour, byte[] rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put((byte) colour);
    chunk(out, "IHDR", header.array());
    byte[] packed = deflated(rows);
    chunk(out, "IDAT", Arrays.copyOf(packed, packed.length / 2));
    chunk(out, "tEXt", "a remark".getBytes(StandardCharsets.ISO_8859_1));
    chunk(out, "IDAT", Arrays.copyOfRange(packed, packed.length / 2, packed.length));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static int paeth(int a, int b, int c) {
    int guess = a + b - c;
    int toA = Math.abs(guess - a);
    int toB = Math.abs(guess - b);
    int toC = Math.abs(guess - c);
    return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] room = new byte[bytes.length + 100];
    int count = deflater.deflate(room);
    deflater.end();
    return Arrays.copyOf(room, count);
  }

  private static void chunk(ByteArrayOutputStream out, String kind, byte[] data) {
    byte[] body = new byte[4 + data.length];
    System.arraycopy(kind.getBytes(StandardCharsets.ISO_8859_1), 0, body, 0, 4);
    System.arraycopy(data, 0, body, 4, data.length);
    CRC32 sum = new CRC32();
    sum.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}

package touchmark.app.format.layerfile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Layer files for tests.
public final class LayerFiles {
  private LayerFiles() {}

  /// @param kind `ASCII` or `BINARY`, and what else the header has
  public static byte[] header(String kind, String more) {
    return ("$$HEADERSTART\n$$" + kind + "\n$$UNITS/0.01\n$$VERSION/200\n" + more + "$$HEADEREND")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] ascii(String geometry) {
    return join(
        header("ASCII", "$$LABEL/1,part1\n$$LAYERS/2\n"),
        ("\n$$GEOMETRYSTART\n" + geometry + "$$GEOMETRYEND\n")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Two layers of a square, the second with hatches.
  public static byte[] square() {
    return ascii(
        "$$LAYER/10\n$$POLYLINE/1,1,5,0,0,1000,0,1000,1000,0,1000,0,0\n"
            + "$$LAYER/20\n$$POLYLINE/1,1,5,0,0,1000,0,1000,1000,0,1000,0,0\n"
            + "$$HATCHES/1,2,0,100,1000,100,0,200,1000,200\n");
  }

  /// The same, binary; layers and lines with short or long numbers.
  ///
  /// @param aligned to four bytes
  public static byte[] binarySquare(boolean longs, boolean aligned) {
    int[] outline = {0, 0, 1000, 0, 1000, 1000, 0, 1000, 0, 0};
    int[] hatches = {0, 100, 1000, 100, 0, 200, 1000, 200};
    ByteBuffer out = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    for (int layer = 1; layer <= 2; layer++) {
      command(out, longs ? 127 : 128, aligned);
      number(out, 10 * layer, longs);
      pad(out, aligned);
      command(out, longs ? 130 : 129, aligned);
      for (int value : new int[] {1, 1, 5}) {
        whole(out, value, longs);
      }
      for (int value : outline) {
        number(out, value, longs);
      }
      pad(out, aligned);
    }
    command(out, longs ? 132 : 131, aligned);
    whole(out, 1, longs);
    whole(out, 2, longs);
    for (int value : hatches) {
      number(out, value, longs);
    }
    pad(out, aligned);
    byte[] data = new byte[out.position()];
    out.get(0, data);
    return join(header("BINARY", aligned ? "$$ALIGN\n" : ""), data);
  }

  private static void command(ByteBuffer out, int command, boolean aligned) {
    out.putShort((short) command);
    pad(out, aligned);
  }

  private static void whole(ByteBuffer out, int value, boolean longs) {
    if (longs) {
      out.putInt(value);
    } else {
      out.putShort((short) value);
    }
  }

  private static void number(ByteBuffer out, int value, boolean longs) {
    if (longs) {
      out.putFloat(value);
    } else {
      out.putShort((short) value);
    }
  }

  private static void pad(ByteBuffer out, boolean aligned) {
    while (aligned && out.position() % 4 != 0) {
      out.put((byte) 0);
    }
  }

  public static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }
}

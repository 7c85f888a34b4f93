package touchmark.app.format.bgcode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import touchmark.app.format.FormatReader;
import touchmark.app.format.FuzzedContent;

/// Binary G-code; the specimens have no checksums, which no chance could fit.
public final class BgcodeFuzz {
  static final FormatReader READER = new BgcodeReader();
  static final String NAME = "fuzzed.bgcode";

  private static final byte[] TEXT =
      "M83\n;LAYER_CHANGE\nG1 X1 Y2 Z.2 E.5 F1200\nG1 X1 Y2 Z.2 E.5\n"
          .getBytes(StandardCharsets.UTF_8);

  private BgcodeFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedContent.read(READER, NAME, data);
  }

  static List<byte[]> specimens() {
    return List.of(
        specimen(0, TEXT),
        specimen(1, Blocks.deflated(TEXT)),
        specimen(2, Blocks.shrunk(TEXT, 11)),
        specimen(3, Blocks.shrunk(TEXT, 12)),
        new Blocks(0)
            .block(Blocks.GCODE, 0, 10, new byte[] {-1, -1, -5, 0x1D, 0x2E, -1, 77, 49, -52, 12}, 1)
            .bytes());
  }

  private static byte[] specimen(int packing, byte[] packed) {
    return new Blocks(0)
        .text(Blocks.SLICER_METADATA, "layer_height=0.2\n")
        .block(Blocks.THUMBNAIL, 0, 4, new byte[] {'q', 'o', 'i', 'f'}, 2, 1, 1)
        .block(Blocks.GCODE, packing, TEXT.length, packed, 0)
        .bytes();
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    FuzzedContent.write(Path.of(arguments[0]), BgcodeFuzz.class, specimens());
  }
}

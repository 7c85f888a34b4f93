package touchmark.app.format.layerfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import touchmark.app.format.FormatReader;
import touchmark.app.format.FuzzedContent;

/// Layer files, text and binary.
public final class LayerFileFuzz {
  static final FormatReader READER = new LayerFileReader();
  static final String NAME = "fuzzed.cli";

  private LayerFileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedContent.read(READER, NAME, data);
  }

  static List<byte[]> specimens() {
    return List.of(
        LayerFiles.square(),
        LayerFiles.binarySquare(true, false),
        LayerFiles.binarySquare(false, true),
        LayerFiles.ascii(
            "$$LAYER/1 // a layer //\n"
                + "$$POLYLINE/1,0,1,-1,-1\n"
                + "$$POLYLINE/1,2,1,1e1,-.5\n"
                + "$$POWER/100.0\n"));
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    FuzzedContent.write(Path.of(arguments[0]), LayerFileFuzz.class, specimens());
  }
}

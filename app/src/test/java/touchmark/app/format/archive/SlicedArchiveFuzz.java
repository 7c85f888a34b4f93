package touchmark.app.format.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import touchmark.app.format.FormatReader;
import touchmark.app.format.FuzzedContent;
import touchmark.app.format.layerfile.LayerFiles;
import touchmark.app.format.threemf.ThreeMfReader;

/// Archives of plates, layer files and layer pictures.
public final class SlicedArchiveFuzz {
  static final FormatReader READER = new ThreeMfReader();
  static final String NAME = "fuzzed.zip";

  private SlicedArchiveFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedContent.read(READER, NAME, data);
  }

  static List<byte[]> specimens() {
    return List.of(
        new Archive()
            .with("Metadata/plate_1.gcode", "G1 X1 E1\n")
            .with("Metadata/project_settings.config", "{\"a\":[\"1\"]}")
            .zip(),
        new Archive().with("a.cli", LayerFiles.square()).with("p.txt", "[a.cli]\nx = 1\n").zip(),
        new Archive()
            .with("config.ini", "layerHeight = 0.05\n")
            .with("p00000.png", Pictures.png(new byte[12][8], 2))
            .zip());
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    FuzzedContent.write(Path.of(arguments[0]), SlicedArchiveFuzz.class, specimens());
  }
}

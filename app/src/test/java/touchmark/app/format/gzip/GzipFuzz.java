package touchmark.app.format.gzip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import touchmark.app.format.FormatReader;
import touchmark.app.format.FuzzedContent;
import touchmark.app.format.gcode.GcodeReader;

/// Files packed with gzip.
public final class GzipFuzz {
  static final FormatReader READER = new GzipReader(List.of(new GcodeReader()));
  static final String NAME = "fuzzed.gz";

  private GzipFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    FuzzedContent.read(READER, NAME, data);
  }

  static List<byte[]> specimens() throws IOException {
    return List.of(
        GzipReaderTest.packed("G1 X1 E1\nG1 X2 E1\n"),
        GzipReaderTest.packed("G1 X1 E1\n".repeat(50)));
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    FuzzedContent.write(Path.of(arguments[0]), GzipFuzz.class, specimens());
  }
}

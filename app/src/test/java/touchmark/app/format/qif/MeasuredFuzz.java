package touchmark.app.format.qif;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import touchmark.app.format.FileText;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.csv.CsvReader;
import touchmark.app.measured.Measured;

/// Measured data: the first byte says which reader reads the rest. Each is read, or refused with a
/// sentence.
public final class MeasuredFuzz {
  private MeasuredFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    byte[] file = Arrays.copyOfRange(data, 1, data.length);
    try {
      ProductData read =
          FileText.read(data[0] == 'q' ? new QifReader() : new CsvReader(), "fuzzed", file).data();
      if (read instanceof ProductData.Results(Measured.Table table)) {
        require(table.rows().stream().allMatch(row -> row.size() == table.columns().size()));
      }
    } catch (FormatException e) {
      require(e.getMessage() != null && !e.getMessage().isBlank());
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new AssertionError("a reader made something impossible");
    }
  }

  static List<byte[]> specimens() {
    return Stream.of(
            "q" + QifSpecimen.WHOLE,
            "cname;value\n\"a \"\"b\"\"\";1\nc;2\n",
            "hRepRapFirmware height map file v2 generated at x, mean error 0.1\n"
                + "xmin,xmax,ymin,ymax,radius,xspacing,yspacing,xnum,ynum\n"
                + "0,10,0,10,-1,10,10,2,2\n0.1,0\n-0.2,0.3\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0], "MeasuredFuzz"));
    for (byte[] specimen : specimens()) {
      Files.write(folder.resolve("specimen-" + (char) specimen[0]), specimen);
    }
  }
}

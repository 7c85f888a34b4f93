package touchmark.app.format.gcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.toolpath.Toolpath;
import touchmark.ledger.Progress;

/// Reads G-code that a test wrote.
public final class GcodeText {
  private GcodeText() {}

  public static Read read(String text) throws FormatException, IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Read read(byte[] bytes) throws FormatException, IOException {
    return new GcodeParser(Path.of("part.gcode"), bytes.length)
        .parse(new ByteArrayInputStream(bytes), Progress.SILENT);
  }

  public static ProductData.Sliced sliced(String text) throws FormatException, IOException {
    return sliced(read(text));
  }

  static ProductData.Sliced sliced(Read read) {
    return (ProductData.Sliced) read.data();
  }

  static Toolpath path(String text) throws FormatException, IOException {
    return sliced(read(text)).toolpath();
  }
}

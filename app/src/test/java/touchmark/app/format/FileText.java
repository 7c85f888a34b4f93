package touchmark.app.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import touchmark.ledger.Progress;

/// Files that tests have in memory.
public final class FileText {
  private FileText() {}

  /// Reads a text as if it stood in a file of that name.
  public static Read read(String name, String text) throws FormatException, IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads bytes as if they stood in a file of that name.
  public static Read read(String name, byte[] bytes) throws FormatException, IOException {
    return new UnpackedSource(
            Path.of(name), name, bytes.length, () -> new ByteArrayInputStream(bytes))
        .read(Formats.readers(), Progress.SILENT);
  }

  /// Reads bytes with one reader, whether it recognises them or not.
  public static Read read(FormatReader reader, String name, byte[] bytes)
      throws FormatException, IOException {
    return reader.read(
        new UnpackedSource(
            Path.of(name), name, bytes.length, () -> new ByteArrayInputStream(bytes)),
        Progress.SILENT);
  }
}

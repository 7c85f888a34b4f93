package touchmark.app.format.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// ZIP archives for tests, part by part.
final class Archive {
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /// One byte for each character.
  Archive with(String name, String latin1) {
    return with(name, latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  Archive with(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

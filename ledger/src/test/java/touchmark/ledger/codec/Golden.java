package touchmark.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares bytes with those that were frozen under `src/test/resources/golden`. A form that
/// anybody stored must never change; `-Dtouchmark.golden=write` freezes a new one.
public final class Golden {
  private Golden() {}

  /// Fails unless the bytes are those of the golden file.
  public static void check(String name, byte[] bytes) throws IOException {
    if ("write".equals(System.getProperty("touchmark.golden"))) {
      Path file = Path.of(System.getProperty("basedir"), "src/test/resources/golden", name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return;
    }
    try (InputStream frozen = Golden.class.getResourceAsStream("/golden/" + name)) {
      assertThat(frozen).as("golden file %s", name).isNotNull();
      assertThat(bytes).as("golden file %s", name).isEqualTo(frozen.readAllBytes());
    }
  }
}

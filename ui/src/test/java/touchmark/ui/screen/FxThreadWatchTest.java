package touchmark.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FxThreadWatchTest {
  @TempDir Path folder;

  @Test
  void aFileReadOnTheFxThreadIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("part.stl"), "solid");
    Screen screen = Screen.show(200, 100, false, StackPane::new);
    try (FxThreadWatch watch = new FxThreadWatch()) {
      screen.onFx(() -> Files.readString(file));
      assertThat(watch.trespasses()).anyMatch(seen -> seen.contains("FxThreadWatchTest"));
    }
  }

  @Test
  void aFileReadElsewhereIsNot() throws IOException {
    Path file = Files.writeString(folder.resolve("part.stl"), "solid");
    try (FxThreadWatch watch = new FxThreadWatch()) {
      assertThat(Files.readString(file)).isEqualTo("solid");
      assertThat(watch.trespasses()).isEmpty();
    }
  }
}

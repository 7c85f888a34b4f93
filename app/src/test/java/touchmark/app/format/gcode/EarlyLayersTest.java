package touchmark.app.format.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.toolpath.Toolpath;
import touchmark.ledger.Progress;

class EarlyLayersTest {
  private static final int MOVES = 1000;

  @TempDir private Path directory;

  private static String layers(int layers) {
    StringBuilder text = new StringBuilder("M83\n");
    for (int layer = 1; layer <= layers; layer++) {
      text.append(";LAYER_CHANGE\nG1 Z").append(layer).append('\n');
      for (int move = 1; move < MOVES; move++) {
        text.append("G1 X").append(move).append(" E1\n");
      }
    }
    return text.toString();
  }

  private List<Toolpath> early(int layers) throws Exception {
    Path file = Files.writeString(directory.resolve("part.gcode"), layers(layers));
    List<Toolpath> seen = new ArrayList<>();
    ProductData all =
        new ProductFiles()
            .open(file, Progress.SILENT, soFar -> seen.add(((ProductData.Sliced) soFar).toolpath()))
            .data();
    seen.add(((ProductData.Sliced) all).toolpath());
    return seen;
  }

  @Test
  void theFirstLayersAreSeenBeforeTheLastAreRead() throws Exception {
    List<Toolpath> seen = early(300);
    Toolpath all = seen.getLast();
    assertThat(seen).hasSize(4);
    assertThat(seen).extracting(Toolpath::moves).containsExactly(65_536, 131_072, 262_144, 300_000);
    for (Toolpath some : seen) {
      assertThat(some.layers()).isEqualTo((some.moves() + MOVES - 1) / MOVES);
      assertThat(some.firstMove(some.layers())).isEqualTo(some.moves());
      for (int move = 0; move < some.moves(); move += 97) {
        assertThat(some.x(move)).isEqualTo(all.x(move));
        assertThat(some.z(move)).isEqualTo(all.z(move));
        assertThat(some.line(move)).isEqualTo(all.line(move));
      }
    }
  }

  @Test
  void aSmallFileIsSeenOnceAndWhole() throws Exception {
    assertThat(early(3)).hasSize(1);
  }
}

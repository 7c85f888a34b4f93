package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;

class ComparerTest {
  @TempDir private Path directory;

  @Test
  void theSameBytesAreTheSame() throws Exception {
    byte[] cube = new Solids().cube(0, 0, 0, 10).binaryStl("");

    assertThat(compare(cube, cube)).isEqualTo(new Difference(true, List.of("the same bytes")));
  }

  @Test
  void theSameShapeInOtherBytesIsSaidSo() throws Exception {
    Solids ball = new Solids().ball(0, 0, 0, 10, 12);
    byte[] text = ball.shuffled(5).asciiStl("b").getBytes(StandardCharsets.UTF_8);

    assertThat(compare(ball.binaryStl(""), text).same()).isTrue();
    assertThat(compare(ball.binaryStl(""), text).lines())
        .containsExactly("the same facets, in another order or written in another way");
  }

  @Test
  void aHiddenVoidIsTheFirstThingSaid() throws Exception {
    Difference difference =
        compare(
            new Solids().cube(0, 0, 0, 20).binaryStl(""),
            new Solids().cube(0, 0, 0, 20).hollow(3, 8, 8, 4).binaryStl(""));

    assertThat(difference.same()).isFalse();
    assertThat(difference.lines())
        .containsExactly(
            "an internal void more: 64.0 mm³ at (5.0, 10.0, 10.0), 3.0 mm below the surface",
            "1 shell more: 2 instead of 1",
            "the volume is 7936.0 mm³ instead of 8000.0 mm³ (-0.80 %)",
            "the surface is 2496.0 mm² instead of 2400.0 mm² (+4.00 %)",
            "the surfaces lie up to 7.0 mm apart, most at (7.0, 8.0, 8.0)",
            "12 facets more: 24 instead of 12");
  }

  @Test
  void aClosedVoidIsMissed() throws Exception {
    assertThat(
            compare(
                    new Solids().cube(0, 0, 0, 20).hollow(3, 8, 8, 4).binaryStl(""),
                    new Solids().cube(0, 0, 0, 20).binaryStl(""))
                .lines()
                .getFirst())
        .isEqualTo("an internal void less: 64.0 mm³ at (5.0, 10.0, 10.0)");
  }

  @Test
  void growthAndMovesAreTold() throws Exception {
    byte[] cube = new Solids().cube(0, 0, 0, 10).binaryStl("");

    assertThat(compare(cube, new Solids().cube(0, 0, 0, 11).binaryStl("")).lines())
        .contains("the size is 11.0 x 11.0 x 11.0 mm instead of 10.0 x 10.0 x 10.0 mm");
    assertThat(compare(cube, new Solids().cube(1, 0, 0, 10).binaryStl("")).lines())
        .first()
        .isEqualTo("it was moved by (1.0, 0.0, 0.0) mm");
  }

  @Test
  void filesOfOtherKindsAreNotCompared() throws Exception {
    Inspection cube = inspect("a", new Solids().cube(0, 0, 0, 10).binaryStl(""));
    Inspection text = inspect("b", "x = 1".getBytes(StandardCharsets.UTF_8));

    assertThat(new Comparer().compare(cube, text, Progress.SILENT)).isEmpty();
  }

  private Difference compare(byte[] from, byte[] to) throws Exception {
    return new Comparer()
        .compare(inspect("from", from), inspect("to", to), Progress.SILENT)
        .orElseThrow();
  }

  private Inspection inspect(String name, byte[] bytes) throws Exception {
    Path file = Files.write(directory.resolve(name), bytes);
    return new Inspector().inspect(new ProductFiles().open(file, Progress.SILENT), Progress.SILENT);
  }
}

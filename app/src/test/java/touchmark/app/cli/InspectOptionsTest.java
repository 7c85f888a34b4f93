package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.mesh.Solids;

class InspectOptionsTest {
  @TempDir private Path folder;
  private Session shell;
  private String part = "";

  @BeforeEach
  void writeAPart() throws Exception {
    shell = new Session(folder.resolve("home"));
    Path file = folder.resolve("part.stl");
    Solids solids = new Solids().box(0, 0, 0, 200, 20, 0.3, true).box(50, 5, -5, 60, 15, 5, true);
    Files.write(file, solids.binaryStl("part"));
    part = file.toString();
  }

  @Test
  void whatIsNotAskedForIsNotLookedFor() {
    assertThat(shell.run("inspect", part).out()).doesNotContain("CAUTION");
  }

  @Test
  void thinWallsSelfIntersectionsAndTheBedAreLookedForOnRequest() {
    Session.Answer answer =
        shell.run(
            "inspect", "--self-intersection", "--bed", "180x180x180", "--min-wall", "0.4", part);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("facets pass through each other")
        .contains("thinner than 0.40 mm")
        .contains("does not fit into 180.0 x 180.0 x 180.0 mm");
    assertThat(shell.run("inspect", "--strict", "--bed=180x180x180", part).code()).isEqualTo(1);
    assertThat(shell.run("inspect", "--min-wall=0.2", part).out()).doesNotContain("thinner");
  }

  @Test
  void aBedOrAWallOfNoSizeIsAUsageError() {
    for (String wrong :
        new String[] {"--bed=180", "--min-wall=0", "--min-wall=-1", "--bed=0x1x1"}) {
      Session.Answer answer = shell.run("inspect", wrong, part);
      assertThat(answer.code()).as(wrong).isEqualTo(64);
      assertThat(answer.err()).as(wrong).isNotBlank();
    }
  }
}

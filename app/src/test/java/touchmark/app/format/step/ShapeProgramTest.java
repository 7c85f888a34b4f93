package touchmark.app.format.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.ProductData;
import touchmark.ledger.Progress;

/// The seam to gmsh, with scripts of that name.
class ShapeProgramTest {
  private static final byte[] BOUNDARIES =
      StepText.file("#1=PRODUCT('','block','',());\n#2=MANIFOLD_SOLID_BREP('',$);\n")
          .getBytes(StandardCharsets.UTF_8);

  private static final String FACET =
      "solid x\\nfacet normal 0 0 1\\nouter loop\\nvertex 0 0 0\\nvertex 1 0 0\\nvertex 0 1 0\\n"
          + "endloop\\nendfacet\\nendsolid x\\n";

  @TempDir private Path folder;

  @BeforeEach
  void scriptsRunHere() {
    if (File.separatorChar != '/' || !Files.isExecutable(Path.of("/bin/sh"))) {
      Assumptions.abort("there is no shell here that runs the scripts");
    }
  }

  @Test
  void whatTheProgramWritesIsTheShape() throws Exception {
    ProductData.Cad cad = read(script("printf '" + FACET + "' > shape.stl"), Progress.SILENT);

    assertThat(cad.shape().orElseThrow().triangleCount()).isEqualTo(1);
    assertThat(cad.shape().orElseThrow().parts().getFirst().name()).isEqualTo("block");
    assertThat(cad.facts().shapeBy()).contains("gmsh");
    assertThat(cad.facts().withoutShape()).isEmpty();
  }

  @Test
  void itReadsTheVeryBytesInAFolderThatIsGoneAfterwards() throws Exception {
    Path seen = folder.resolve("seen");
    read(
        script(
            "cp part.step '"
                + seen
                + "'; pwd > '"
                + seen
                + ".folder'; ls -ld . >> '"
                + seen
                + ".folder'"),
        Progress.SILENT);

    assertThat(seen).hasBinaryContent(BOUNDARIES);
    String[] told = Files.readString(Path.of(seen + ".folder")).split("\n");
    assertThat(Path.of(told[0])).doesNotExist();
    assertThat(told[1]).startsWith("drwx------");
  }

  @Test
  void aProgramThatFailsLeavesStructureWithoutShape() throws Exception {
    assertThat(why("exit 3")).isEqualTo("gmsh made no shape: it ended with code 3");
    assertThat(why("exit 0")).isEqualTo("gmsh made no shape");
    assertThat(why("printf '\\0\\1' > shape.stl")).startsWith("gmsh made a damaged shape: ");
    assertThat(why("echo nonsense > shape.stl")).startsWith("gmsh made a damaged shape: ");
    assertThat(why("printf 'solid x\\nfacet' > shape.stl"))
        .startsWith("gmsh made a damaged shape: ");
    assertThat(why("ln -s part.step shape.stl")).isEqualTo("gmsh made no shape");
  }

  @Test
  void aProgramThatHangsIsEnded() throws Exception {
    Path started = folder.resolve("started");
    ProductData.Cad cad =
        StepText.read(
            BOUNDARIES,
            Optional.of(
                program("echo $$ > '" + started + "'; sleep 600 & wait", Duration.ofSeconds(1))),
            Progress.SILENT);

    assertThat(cad.facts().withoutShape()).contains("gmsh made no shape within 1 s and was ended");
    assertThat(isAlive(started)).isFalse();
  }

  @Test
  void aProgramEndsWhenTheReadingIsCancelled() throws Exception {
    Path started = folder.resolve("started");
    ShapeProgram program = script("echo $$ > '" + started + "'; sleep 600 & wait");
    AtomicInteger asked = new AtomicInteger();
    Progress stopOnceItRuns =
        (done, total) -> !Files.exists(started) || asked.incrementAndGet() < 3;

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> StepText.read(BOUNDARIES, Optional.of(program), stopOnceItRuns));
    assertThat(isAlive(started)).isFalse();
  }

  @Test
  void aProgramThatFillsTheDiskIsEnded() throws Exception {
    ShapeProgram.Limits small =
        new ShapeProgram.Limits(Duration.ofSeconds(20), 1L << 30, 64 * 1024);
    Path bin = write("head -c 1000000 /dev/zero > shape.stl");
    ProductData.Cad cad =
        StepText.read(BOUNDARIES, ShapeProgram.onPath(bin.toString(), small), Progress.SILENT);
    assertThat(cad.shape()).isEmpty();
  }

  @Test
  void onlyAbsoluteFoldersOfThePathAreSearched() throws Exception {
    Path bin = write("exit 0");
    Path relative = Path.of("").toAbsolutePath().relativize(bin);
    assertThat(ShapeProgram.onPath(bin.toString(), ShapeProgram.Limits.USUAL)).isPresent();
    assertThat(ShapeProgram.onPath(relative.toString(), ShapeProgram.Limits.USUAL)).isEmpty();
    assertThat(ShapeProgram.onPath("", ShapeProgram.Limits.USUAL)).isEmpty();
    assertThat(ShapeProgram.onPath("\0", ShapeProgram.Limits.USUAL)).isEmpty();
  }

  private String why(String script) throws Exception {
    return read(script(script), Progress.SILENT).facts().withoutShape().orElseThrow();
  }

  private static ProductData.Cad read(ShapeProgram program, Progress progress) throws Exception {
    return StepText.read(BOUNDARIES, Optional.of(program), progress);
  }

  private ShapeProgram script(String script) throws IOException {
    return program(script, Duration.ofSeconds(60));
  }

  private ShapeProgram program(String script, Duration time) throws IOException {
    return ShapeProgram.onPath(
            write(script).toString(), new ShapeProgram.Limits(time, 1L << 30, 1 << 20))
        .orElseThrow();
  }

  private Path write(String script) throws IOException {
    Path bin = Files.createTempDirectory(folder, "bin");
    Path program = Files.writeString(bin.resolve("gmsh"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return bin;
  }

  private static boolean isAlive(Path started) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(started).strip()))
        .map(ProcessHandle::isAlive)
        .orElse(false);
  }
}

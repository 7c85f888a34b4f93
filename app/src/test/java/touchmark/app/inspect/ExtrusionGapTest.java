package touchmark.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.format.gcode.GcodeText;
import touchmark.app.mesh.Box;
import touchmark.app.sample.BracketGcode;
import touchmark.ledger.Progress;

/// The void attack on sliced files: extrusions of a sound file are taken out inside the part.
class ExtrusionGapTest {
  private static final Pattern WORD = Pattern.compile("([XYZE])(-?[\\d.]+)");
  private static final Box INSIDE = new Box(90, 100, 2, 120, 120, 6);

  /// Changes the lines that extrude within a box.
  private static String attacked(UnaryOperator<String> change) {
    StringBuilder text = new StringBuilder();
    double[] at = new double[3];
    for (String line : (Iterable<String>) BracketGcode.genuine().lines()::iterator) {
      double[] to = at.clone();
      boolean extrudes = false;
      if (line.startsWith("G1 ")) {
        for (Matcher word = WORD.matcher(line); word.find(); ) {
          double value = Double.parseDouble(word.group(2));
          int axis = "XYZ".indexOf(word.group(1));
          if (axis >= 0) {
            to[axis] = value;
          } else {
            extrudes = value > 0 && line.contains(" X");
          }
        }
      }
      double x = (at[0] + to[0]) / 2;
      double y = (at[1] + to[1]) / 2;
      boolean inside =
          x > INSIDE.minX()
              && x < INSIDE.maxX()
              && y > INSIDE.minY()
              && y < INSIDE.maxY()
              && to[2] > INSIDE.minZ()
              && to[2] < INSIDE.maxZ();
      text.append(extrudes && inside ? change.apply(line) : line).append('\n');
      at = to;
    }
    return text.toString();
  }

  private static List<Finding> gaps(ProductData.Sliced sliced) {
    return new ToolpathInspector(sliced)
        .findings().stream()
            .filter(finding -> finding.code().equals(FindingCodes.EXTRUSION_GAP))
            .toList();
  }

  private static void assertFound(String attack) throws Exception {
    assertThat(attack).isNotEqualTo(BracketGcode.genuine());
    assertThat(gaps(GcodeText.sliced(attack)))
        .isNotEmpty()
        .allSatisfy(
            gap -> {
              assertThat(gap.severity()).isEqualTo(Severity.CAUTION);
              Place place = gap.place().orElseThrow();
              // 2 mm of layers of 0.2 mm lie below
              assertThat(place.layer()).hasValue(10);
              Box box = place.box().orElseThrow();
              assertThat(box.minZ()).isGreaterThan(INSIDE.minZ());
              assertThat(box.maxZ()).isLessThan(INSIDE.maxZ());
              assertThat(box.minX()).isLessThan(INSIDE.maxX());
              assertThat(box.maxX()).isGreaterThan(INSIDE.minX());
            });
  }

  @Test
  void aSoundFileHasNoGaps() throws Exception {
    assertThat(gaps(GcodeText.sliced(BracketGcode.genuine()))).isEmpty();
  }

  @Test
  void aCavityOfTheModelHasWallsAndIsNoGap() throws Exception {
    assertThat(gaps(GcodeText.sliced(BracketGcode.tampered()))).isEmpty();
  }

  @Test
  void extrusionsThatAreBlankedAreFound() throws Exception {
    assertFound(attacked(line -> line.replaceAll(" E[\\d.]+", "")));
  }

  @Test
  void extrusionsThatBecomeTravelAreFoundByTheHoleTheyLeave() throws Exception {
    assertFound(attacked(line -> line.replaceAll(" F[\\d.]+", "").replaceAll(" E.*", " F9000")));
  }

  @Test
  void extrusionsThatAreThinnedAreFound() throws Exception {
    assertFound(attacked(line -> line.replaceAll(" E[\\d.]+", " E0.00100")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cura.gcode",
        "PrusaSlicer.gcode",
        "Sample_BrickLayersChallengeSimple_5walls.gcode",
        "Simplify3D.gcode",
        "benchy2-mk4s.bgcode",
        "full_m73_layers_0.2mm_PLA_MK3SMMU2S_11m.gcode",
        "mini_cube_a.gcode",
        "orca-bambu-style-sample.gcode",
        "seam_test_160pct_prusaslicer.gcode.gz"
      })
  void publishedFilesHaveNoGapsAndNothingBeyondTheirOwnSettings(String name) throws Exception {
    Path file = Path.of(System.getProperty("touchmark.shared", "shared"), "data", "sliced", name);
    if (!Files.exists(file)) {
      Assumptions.abort("the shared sample data is not on this machine: " + name + " is not read");
    }
    ProductData.Sliced sliced =
        (ProductData.Sliced) new ProductFiles().open(file, Progress.SILENT).data();
    assertThat(new ToolpathInspector(sliced).findings()).isEmpty();
  }
}

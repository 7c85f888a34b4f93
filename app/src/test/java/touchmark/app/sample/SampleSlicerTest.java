package touchmark.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import touchmark.app.format.ProductData;
import touchmark.app.format.gcode.GcodeText;
import touchmark.app.mesh.Box;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.PartBounds;
import touchmark.app.toolpath.Toolpath;

class SampleSlicerTest {
  @Test
  void itsGcodeReadsBackWithTheLayersFilamentAndBoundsOfTheBracket() throws Exception {
    ProductData.Sliced sliced = GcodeText.sliced(BracketGcode.genuine());
    Toolpath path = sliced.toolpath();

    assertThat(path.layers()).isEqualTo(214);
    assertThat(path.layerZ(213)).isCloseTo(42.8f, within(0.001f));
    assertThat(sliced.facts().filamentMillimetres())
        .isCloseTo(
            Double.parseDouble(sliced.facts().settings().get("filament used [mm]")), within(0.01));
    assertThat(sliced.facts().generator()).contains("Touchmark sample slicer 1");
    assertThat(sliced.facts().settings()).containsEntry("model_file", "bracket.3mf");
    assertThat(sliced.facts().estimatedTime()).isPresent();

    Box part = PartBounds.of(path).orElseThrow();
    double bead = SliceSettings.ofSample().width();
    assertThat(part.sizeX() + bead).isCloseTo(120, within(0.01));
    assertThat(part.sizeY() + bead).isCloseTo(80, within(0.01));
    assertThat(part.centreX()).isCloseTo(110, within(0.01));
    assertThat(path.bounds().orElseThrow().sizeX()).isGreaterThan(part.sizeX());
  }

  @Test
  void theLowestAndHighestLayersAreSolidAndTheMiddleIsNot() throws Exception {
    Toolpath path = GcodeText.sliced(BracketGcode.genuine()).toolpath();

    assertThat(lengths(path, 0))
        .doesNotContainKey(Feature.INFILL)
        .containsKey(Feature.SOLID_INFILL);
    assertThat(lengths(path, 213))
        .containsKey(Feature.TOP_SURFACE)
        .doesNotContainKey(Feature.INFILL);
    assertThat(lengths(path, 25))
        .containsKey(Feature.INFILL)
        .doesNotContainKey(Feature.SOLID_INFILL);
    // the plate's top closes at its last layer
    assertThat(lengths(path, 49).get(Feature.TOP_SURFACE)).isGreaterThan(10_000.0);
    // a solid layer's beads cover its area: 120 x 80 less corners, holes and bore
    double covered =
        lengths(path, 0).entrySet().stream()
            .filter(entry -> entry.getKey() != Feature.SKIRT && entry.getKey() != Feature.TRAVEL)
            .mapToDouble(Map.Entry::getValue)
            .sum();
    assertThat(covered * 0.45).isCloseTo(9600 - 62 - 380 - 154, within(150.0));
  }

  private static Map<Feature, Double> lengths(Toolpath path, int layer) {
    Map<Feature, Double> lengths = new EnumMap<>(Feature.class);
    for (int move = path.firstMove(layer); move < path.firstMove(layer + 1); move++) {
      double length = Math.hypot(path.x(move) - path.x(move - 1), path.y(move) - path.y(move - 1));
      lengths.merge(path.feature(move), length, Double::sum);
    }
    return lengths;
  }

  @Test
  void itsNumbersHaveNoLocaleAndKeepTheirSign() {
    assertThat(GcodeDraft.decimal(-0.04, 3)).isEqualTo("-0.040");
    assertThat(GcodeDraft.decimal(1234.5678, 2)).isEqualTo("1234.57");
    assertThat(GcodeDraft.decimal(-0.0001, 3)).isEqualTo("0.000");
    assertThat(GcodeDraft.decimal(7.6, 0)).isEqualTo("8");
  }
}

package touchmark.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import touchmark.app.mesh.Box;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;

class SlicesInspectorTest {
  private static SliceLine square(float side) {
    return new SliceLine(
        SliceLine.Kind.OUTER_CONTOUR, 1, new float[] {0, 0, side, 0, side, side, 0, side, 0, 0});
  }

  private static List<Slice> tower() {
    List<Slice> layers = new ArrayList<>();
    for (int layer = 1; layer <= 10; layer++) {
      layers.add(new Slice(layer / 10.0, 0, List.of(square(10))));
    }
    return layers;
  }

  private static List<Finding> findings(List<Slice> layers) {
    return new SlicesInspector(new Slices(layers)).findings();
  }

  private static void assertFound(List<Slice> layers, String code, String message) {
    assertThat(findings(layers))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.message()).isEqualTo(message);
            });
  }

  @Test
  void soundLayersHaveNumbersAndNoFindings() {
    SlicesInspector inspector = new SlicesInspector(new Slices(tower()));
    assertThat(inspector.findings()).isEmpty();
    assertThat(inspector.facts().layers()).isEqualTo(10);
    assertThat(inspector.facts().moves()).isEqualTo(40);
    assertThat(inspector.facts().bounds()).contains(new Box(0, 0, 0.1, 10, 10, 1));
  }

  @Test
  void missingAndRepeatedLayersAreFound() {
    List<Slice> layers = tower();
    layers.remove(4);
    assertFound(
        layers,
        FindingCodes.MISSING_LAYERS,
        "layer 4 is at 0.40 mm and the next at 0.60 mm: about 1 layer is missing");
    layers = tower();
    layers.add(5, layers.get(4));
    assertFound(layers, FindingCodes.REPEATED_LAYERS, "layers 5 and 6 are both at 0.5 mm");
    layers = tower();
    layers.add(new Slice(0.95, 0, List.of(square(10))));
    assertFound(
        layers, FindingCodes.REPEATED_LAYERS, "layer 11 at 0.95 mm lies below layer 10 at 1.0 mm");
  }

  @Test
  void outlinesThatDoNotCloseAndEmptyLayersAreFound() {
    List<Slice> layers = tower();
    SliceLine open = new SliceLine(SliceLine.Kind.INNER_CONTOUR, 1, new float[] {0, 0, 5, 0, 5, 5});
    layers.set(2, new Slice(0.3, 0, List.of(square(10), open)));
    assertFound(layers, FindingCodes.OPEN_OUTLINES, "layer 3 has 1 outline that does not close");
    layers = tower();
    layers.set(3, new Slice(0.4, 0, List.of()));
    layers.set(4, new Slice(0.5, 0, List.of()));
    assertFound(
        layers,
        FindingCodes.EXTRUSION_GAP,
        "layers 4 to 5 expose nothing, though layers below and above do");
  }

  @Test
  void anotherCountAndAnotherBoxThanStatedAreFound() {
    Slices slices =
        new Slices(
            tower(),
            Map.of(Slices.MESH_BESIDE, "12"),
            Optional.of(new Box(0, 0, 0, 9, 10, 1)),
            OptionalInt.of(11));
    assertThat(new SlicesInspector(slices).findings())
        .extracting(Finding::code)
        .containsExactly(
            FindingCodes.PARTLY_READ, FindingCodes.LAYER_COUNT, FindingCodes.OUTSIDE_BED);
  }

  @Test
  void aFileThatExposesNothingSaysSo() {
    assertThat(findings(List.of(new Slice(0.1, 0, List.of()))))
        .extracting(Finding::code)
        .containsExactly(FindingCodes.NO_EXTRUSION);
  }
}

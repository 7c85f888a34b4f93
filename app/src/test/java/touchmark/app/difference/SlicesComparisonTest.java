package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import touchmark.app.slices.LayerPicture;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Bytes;

class SlicesComparisonTest {
  private static List<Slice> tower(float side) {
    List<Slice> layers = new ArrayList<>();
    for (int layer = 1; layer <= 4; layer++) {
      layers.add(
          new Slice(
              layer / 10.0,
              0,
              List.of(
                  new SliceLine(
                      SliceLine.Kind.OUTER_CONTOUR,
                      1,
                      new float[] {0, 0, side, 0, 0, side, 0, 0}))));
    }
    return layers;
  }

  private static Difference compare(List<Slice> from, List<Slice> to) {
    return SlicesComparison.compare(new Slices(from), new Slices(to), Progress.SILENT);
  }

  @Test
  void layersAreTheSameAsThemselves() {
    assertThat(compare(tower(10), tower(10.001f))).isEqualTo(new Difference(true, List.of()));
  }

  @Test
  void differingMissingAndNewLayersAreNamed() {
    List<Slice> changed = tower(10);
    changed.set(1, tower(9).get(1));
    Difference difference = compare(tower(10), changed);
    assertThat(difference.same()).isFalse();
    assertThat(difference.lines()).containsExactly("1 of 4 layers differ, layer 2");
    assertThat(difference.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.sentence()).isEqualTo("layer 2 differs: 1 line before, 1 now");
              assertThat(change.to().orElseThrow().layer()).hasValue(1);
            });
    List<Slice> fewer = tower(10);
    fewer.remove(2);
    assertThat(compare(tower(10), fewer).lines())
        .containsExactly("1 layer is missing: layer 3 of the first file");
    assertThat(compare(fewer, tower(10)).lines()).containsExactly("1 layer is new: layer 3");
  }

  @Test
  void picturesAreComparedByTheirBytesAndTellTheirAreas() {
    Difference difference = compare(List.of(picture(1, 4)), List.of(picture(2, 5)));
    assertThat(difference.changes())
        .extracting(Change::sentence)
        .containsExactly("layer 1 differs: 4.0 mm² becomes 5.0 mm²");
    assertThat(compare(List.of(picture(1, 4)), List.of(picture(1, 4))).same()).isTrue();
  }

  private static Slice picture(int content, double area) {
    return new Slice(
        0.1,
        0.1,
        List.of(),
        Optional.of(
            new LayerPicture(
                Bytes.of(new byte[] {(byte) content}), 8, 8, 1, 1, area, Optional.empty())));
  }

  @Test
  void whatFilesSayOfThemselvesIsARemark() {
    Slices from = new Slices(tower(1), Map.of("power", "1"), Optional.empty(), OptionalInt.empty());
    Slices to = new Slices(tower(1), Map.of("speed", "2"), Optional.empty(), OptionalInt.empty());
    Difference difference = SlicesComparison.compare(from, to, Progress.SILENT);
    assertThat(difference.same()).isTrue();
    assertThat(difference.lines()).containsExactly("2 statements differ in the settings");
    assertThat(difference.changes())
        .extracting(Change::sentence)
        .containsExactly("power 1 becomes not stated", "speed not stated becomes 2");
  }
}

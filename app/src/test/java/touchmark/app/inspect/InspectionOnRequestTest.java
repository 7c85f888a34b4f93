package touchmark.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;

/// What is looked for only when it is asked for: thin walls, facets that pass through each other,
/// and whether the part fits into a printer.
class InspectionOnRequestTest {
  @Test
  void aPlateThinnerThanAskedForIsAThinWall() {
    List<Finding> findings = thin(new Solids().box(0, 0, 0, 20, 20, 0.3, true), 0.4);
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.THIN_WALL);
              assertThat(finding.message())
                  .isEqualTo("a wall of 0.30 mm at (10.0, 10.0, 0.15), thinner than 0.40 mm");
              assertThat(finding.place().orElseThrow().facets().count()).isEqualTo(4);
            });
  }

  @Test
  void aPlateOfTheThicknessAskedForIsNone() {
    assertThat(thin(new Solids().box(0, 0, 0, 20, 20, 0.5, true), 0.4)).isEmpty();
    assertThat(thin(new Solids().cube(0, 0, 0, 10).ball(30, 0, 0, 8, 24), 0.4)).isEmpty();
  }

  @Test
  void theWallBetweenAVoidAndTheOutsideIsAThinWall() {
    Solids part = new Solids().cube(0, 0, 0, 20).hollow(0.2, 8, 8, 4);
    assertThat(thin(part, 0.4))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message()).startsWith("a wall of 0.20 mm at (0.10, 10.0"));
  }

  @Test
  void aThinGapBetweenTwoSolidsIsNoWall() {
    assertThat(thin(new Solids().cube(0, 0, 0, 10).cube(10.2, 0, 0, 10), 0.4)).isEmpty();
  }

  @Test
  void solidsThatTouchOrOverlapHaveNoThinWallBetweenThem() {
    assertThat(thin(new Solids().cube(0, 0, 0, 10).cube(10, 0, 0, 10), 0.4)).isEmpty();
    assertThat(thin(new Solids().cube(0, 0, 0, 10).cube(9.8, 1, 1, 8), 0.4)).isEmpty();
  }

  @Test
  void theEdgeOfAWedgeIsNoWall() {
    assertThat(thin(wedge(), 0.4)).isEmpty();
  }

  private static Solids wedge() {
    float[] a = {0, 0, 0};
    float[] b = {10, 0, 0};
    float[] c = {0, 10, 0};
    float[] d = {0, 0, 10};
    return new Solids().add(a, c, b).add(a, b, d).add(a, d, c).add(b, c, d);
  }

  @Test
  void everyThinPlateIsAPlaceTheThinnestFirst() {
    Solids plates = new Solids();
    for (int i = 0; i < 5; i++) {
      plates.box(0, 0, 10 * i, 20, 20, 10 * i + 0.3 - 0.05 * i, true);
    }
    assertThat(thin(plates, 0.4))
        .hasSize(5)
        .first()
        .satisfies(
            thinnest -> assertThat(thinnest.message()).contains("0.10 mm at (10.0, 10.0, 40.0"));
  }

  @Test
  void solidsThatPassThroughEachOtherAreFound() {
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).cube(5, 3, 4, 10)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.SELF_INTERSECTION);
              assertThat(finding.place().orElseThrow().facets().count()).isGreaterThan(5);
            });
  }

  @Test
  void cubesShiftedAlongTheirDiagonalPassThroughEachOtherThoughEdgesMeetEdges() {
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).cube(4, 4, 4, 10))).hasSize(1);
  }

  @Test
  void whatOnlyTouchesDoesNotPassThrough() {
    assertThat(crossing(new Solids().cube(0, 0, 0, 10))).isEmpty();
    assertThat(crossing(new Solids().ball(0, 0, 0, 10, 30))).isEmpty();
    // face upon face, shifted like bricks
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).cube(10, 3, 5, 10))).isEmpty();
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).cube(10, 0, 5, 10))).isEmpty();
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).cube(10, 0, 0, 10))).isEmpty();
    // edge upon edge, corner upon corner
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).cube(10, 10, 4, 10))).isEmpty();
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).cube(10, 10, 10, 10))).isEmpty();
    // a void that touches from inside
    assertThat(crossing(new Solids().cube(0, 0, 0, 10).hollow(0, 3, 3, 4))).isEmpty();
  }

  @Test
  void placesFarFromEachOtherAreFindingsOfTheirOwn() {
    Solids pairs = new Solids();
    for (int i = 0; i < 3; i++) {
      pairs.cube(100 * i, 0, 0, 10).cube(100 * i + 5, 3, 4, 10);
    }
    assertThat(crossing(pairs)).hasSize(3);
  }

  @Test
  void aPlateThroughABallIsFoundWhereverItIsTurned() {
    for (int seed = 0; seed < 5; seed++) {
      Solids part = new Solids().ball(0, 0, 0, 10, 20).box(-20, -20, 0.3, 20, 20, 1.1, true);
      assertThat(crossing(part.shuffled(seed))).hasSize(1);
    }
  }

  @Test
  void aPartThatDoesNotFitIsOutsideTheBed() {
    Solids part = new Solids().box(0, 0, 0, 240, 100, 50, true);
    assertThat(codes(inspect(part, bed("250x210x210")))).isEmpty();
    assertThat(codes(inspect(part, bed("120x250x210")))).as("turned by a quarter").isEmpty();
    assertThat(inspect(part, bed("180x180x180")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.OUTSIDE_BED);
              assertThat(finding.message())
                  .isEqualTo(
                      "a part of 240.0 x 100.0 x 50.0 mm does not fit into 180.0 x 180.0 x 180.0"
                          + " mm");
            });
    assertThat(codes(inspect(part, bed("250x210x49")))).containsExactly(FindingCodes.OUTSIDE_BED);
  }

  @Test
  void aBuildVolumeIsThreeSizes() {
    for (String wrong : List.of("", "250", "250x210", "0x1x1", "1x2x3x4", "axbxc", "1..2x1x1")) {
      assertThatThrownBy(() -> BuildVolume.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(BuildVolume.parse("250 x 210.5 X 220")).isEqualTo(new BuildVolume(250, 210.5, 220));
  }

  @Test
  void aStandardInspectionLooksForNoneOfThem() {
    Solids part = new Solids().box(0, 0, 0, 20, 20, 0.3, true).box(5, 5, -5, 6, 6, 5, true);
    assertThat(codes(inspect(part, InspectionOptions.STANDARD))).isEmpty();
  }

  private static List<Finding> thin(Solids part, double wall) {
    return inspect(part, new InspectionOptions(OptionalDouble.of(wall), false, Optional.empty()))
        .stream()
        .filter(finding -> finding.code().equals(FindingCodes.THIN_WALL))
        .toList();
  }

  private static List<Finding> crossing(Solids part) {
    return inspect(part, new InspectionOptions(OptionalDouble.empty(), true, Optional.empty()))
        .stream()
        .filter(finding -> finding.code().equals(FindingCodes.SELF_INTERSECTION))
        .toList();
  }

  private static InspectionOptions bed(String size) {
    return new InspectionOptions(
        OptionalDouble.empty(), false, Optional.of(BuildVolume.parse(size)));
  }

  private static List<Finding> inspect(Solids part, InspectionOptions options) {
    return new MeshInspector(part.mesh(), options, Progress.SILENT).findings();
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}

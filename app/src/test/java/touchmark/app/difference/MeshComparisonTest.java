package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.app.format.Format;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.inspect.Place;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;

class MeshComparisonTest {
  @Test
  void aNewVoidIsAPlaceInTheSecondFile() {
    Solids solid = new Solids().cube(0, 0, 0, 20);
    Difference difference =
        compare(solid.mesh(), new Solids().cube(0, 0, 0, 20).hollow(3, 8, 8, 4).mesh());

    Change added = difference.changes().getFirst();
    assertThat(added.kind()).isEqualTo(Change.Kind.ADDED);
    assertThat(added.from()).isEmpty();
    assertThat(added.to().orElseThrow().facets().count()).isEqualTo(12);
    assertThat(difference.lines()).filteredOn(line -> line.contains("shell more")).hasSize(1);
  }

  @Test
  void shellsAddedAndLostAreToldWithTheirFacets() {
    Solids first = new Solids().cube(0, 0, 0, 10).cube(20, 0, 0, 5);
    Solids second = new Solids().cube(0, 0, 0, 10).cube(0, 30, 0, 3);
    Difference difference = compare(first.mesh(), second.mesh());

    assertThat(difference.lines())
        .startsWith(
            "a shell more: 27.0 mm³ at (1.5, 31.5, 1.5)",
            "a shell less: 125.0 mm³ at (22.5, 2.5, 2.5)");
    assertThat(difference.changes().get(0).to().map(MeshComparisonTest::facets)).contains(12);
    assertThat(difference.changes().get(1).from().map(MeshComparisonTest::facets)).contains(12);
  }

  @Test
  void aShellThatOnlyChangedIsNeitherAddedNorLost() {
    Difference difference =
        compare(
            new Solids().ball(0, 0, 0, 10, 20).mesh(), new Solids().ball(0, 0, 0, 10.1, 20).mesh());
    assertThat(difference.lines()).noneMatch(line -> line.contains("shell"));
    assertThat(difference.same()).isFalse();
  }

  @Test
  void onlyTheFacetsThatLieElsewhereAreMarked() {
    Solids plain = new Solids().ball(0, 0, 0, 10, 20).cube(30, 0, 0, 10);
    Solids grown = new Solids().ball(0, 0, 0, 10, 20).box(30, 0, 0, 40, 10, 12, true);
    Change moved =
        compare(plain.mesh(), grown.mesh()).changes().stream()
            .filter(change -> change.sentence().startsWith("the surfaces lie up to 2.0 mm apart"))
            .findFirst()
            .orElseThrow();
    int ball = 2 * 2 * 20 * 19;
    // all but the floor of the cube has a corner at the top
    assertThat(moved.to().orElseThrow().facets().indices().min().orElseThrow())
        .isGreaterThanOrEqualTo(ball);
    assertThat(moved.to().map(MeshComparisonTest::facets)).contains(10);
    assertThat(moved.from().map(MeshComparisonTest::facets)).contains(2);
  }

  @Test
  void aLidOverAHoleIsMarkedThoughItsCornersLieOnTheOldSurface() {
    Solids open = new Solids().cube(0, 0, 0, 10).without(3).without(2);
    Change closed =
        compare(open.mesh(), new Solids().cube(0, 0, 0, 10).mesh()).changes().stream()
            .filter(change -> change.sentence().startsWith("the surfaces"))
            .findFirst()
            .orElseThrow();
    assertThat(closed.from()).isEmpty();
    assertThat(closed.to().map(MeshComparisonTest::facets)).contains(2);
  }

  @Test
  void otherTrianglesOfTheSameShapeAreTheSame() {
    float[] a = {0, 0, 0};
    float[] b = {10, 0, 0};
    float[] c = {10, 10, 0};
    float[] d = {0, 10, 0};
    Difference difference =
        compare(
            new Solids().add(a, b, c).add(a, c, d).mesh(),
            new Solids().add(a, b, d).add(b, c, d).mesh());
    assertThat(difference.same()).isTrue();
    assertThat(difference.lines().getFirst()).startsWith("the same shape within");
    assertThat(difference.changes().getFirst().kind()).isEqualTo(Change.Kind.REMARK);
  }

  @Test
  void aUnitTakenForAnotherIsSaid() {
    Mesh inches = new Solids().cube(0, 0, 0, 10).mesh();
    Mesh millimetres = new Solids().cube(0, 0, 0, 254).mesh();
    assertThat(compare(inches, millimetres).lines())
        .contains(
            "the size is 254.0 x 254.0 x 254.0 mm instead of 10.0 x 10.0 x 10.0 mm,"
                + " as if in had been taken for mm");
    Mesh declared =
        new Mesh(inches.positions(), inches.triangles(), LengthUnit.INCH, inches.parts());
    assertThat(compare(inches, declared).lines())
        .contains("the unit is in instead of mm, with the same numbers");
    assertThat(compare(declared, millimetres).lines().getFirst())
        .startsWith("the same shape within");
  }

  @Test
  void ofVeryManyVoidsTheSummarySaysTheFirstAndTheListAll() {
    Solids before = new Solids().cube(0, 0, 0, 1000);
    Solids after = new Solids().cube(0, 0, 0, 1000);
    for (int i = 0; i < 100; i++) {
      before.hollow(10 + 20 * (i % 40), 10 + 20 * (i / 40), 10, 5);
      after.hollow(10 + 20 * (i % 40), 10 + 20 * (i / 40), i < 50 ? 10 : 30, 5);
    }
    Difference difference = compare(before.mesh(), after.mesh());
    assertThat(difference.changes())
        .filteredOn(change -> change.sentence().startsWith("an internal void"))
        .hasSize(100);
    assertThat(difference.lines())
        .hasSizeLessThan(25)
        .contains("84 more changes of internal voids");
  }

  private static int facets(Place place) {
    return place.facets().count();
  }

  private static Difference compare(Mesh from, Mesh to) {
    return new Comparer()
        .compare(inspection("from", from), inspection("to", to), Progress.SILENT)
        .orElseThrow();
  }

  private static Inspection inspection(String name, Mesh mesh) {
    OpenedFile file =
        new OpenedFile(
            Path.of(name),
            1,
            new Fingerprint(Hashing.sha256(name.getBytes(StandardCharsets.UTF_8))),
            new Format("mesh", DataType.GEOMETRY_3D),
            new ProductData.Model(mesh),
            List.of(),
            List.of());
    return new Inspector().inspect(file, Progress.SILENT);
  }
}

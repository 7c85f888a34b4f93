package touchmark.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;

class MeshInspectorTest {
  @Test
  void aCubeHasNothingToReport() {
    MeshInspector inspector = inspect(new Solids().cube(0, 0, 0, 10));

    assertThat(inspector.findings()).isEmpty();
    assertThat(inspector.facts().volume()).isCloseTo(1000, within(1e-9));
    assertThat(inspector.facts().area()).isCloseTo(600, within(1e-9));
  }

  @Test
  void aHollowInACubeIsAVoidWithVolumePlaceAndDepth() {
    MeshInspector inspector = inspect(new Solids().cube(0, 0, 0, 20).hollow(3, 8, 8, 4));

    assertThat(inspector.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.INTERNAL_VOID);
              assertThat(finding.severity()).isEqualTo(Severity.CAUTION);
              assertThat(finding.message())
                  .isEqualTo(
                      "an internal void of 64.0 mm³ at (5.0, 10.0, 10.0), 3.0 mm below the"
                          + " surface");
              assertThat(finding.place().orElseThrow().facets().indices().boxed())
                  .containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
            });
    assertThat(inspector.facts().volume()).isCloseTo(8000 - 64, within(1e-9));
  }

  @Test
  void everyVoidIsAFindingHoweverManyThereAre() {
    Solids solids = new Solids().cube(0, 0, 0, 1000);
    for (int i = 0; i < 150; i++) {
      solids.hollow(10 + 20 * (i % 40), 10 + 20 * (i / 40), 10, 5);
    }
    MeshInspector inspector = inspect(solids);
    assertThat(inspector.findings()).hasSize(150);
    assertThat(FindingGroup.of(inspector.findings()))
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.shown()).hasSize(16);
              assertThat(group.more()).isEqualTo(134);
            });
  }

  @Test
  void ofVeryManyShellsThatAreInsideOutThoseBeyondABoundAreOneFinding() {
    int shells = MeshInspector.MOST_TOLD + 50;
    MeshInspector inspector = inspect(insideOut(shells));
    assertThat(inspector.findings()).hasSize(MeshInspector.MOST_TOLD + 1);
    assertThat(Finding.count(inspector.findings())).isEqualTo(shells);
    assertThat(codes(inspector)).containsOnly(FindingCodes.FLIPPED_SHELL);
    Finding rest = inspector.findings().getLast();
    assertThat(rest.message()).isEqualTo("50 more shells that are inside out");
    assertThat(rest.count()).isEqualTo(50);
    assertThat(rest.place().orElseThrow().facets().count())
        .as("all of them can be marked")
        .isEqualTo(50 * 4);
  }

  @Test
  void atTheBoundEveryShellIsAFindingOfItsOwn() {
    assertThat(inspect(insideOut(MeshInspector.MOST_TOLD)).findings())
        .hasSize(MeshInspector.MOST_TOLD)
        .allSatisfy(finding -> assertThat(finding.count()).isOne());
  }

  private static Solids insideOut(int shells) {
    Solids solids = new Solids();
    for (int i = 0; i < shells; i++) {
      float x = 10 * (i % 100);
      float y = 10 * (i / 100);
      float[] a = {x, y, 0};
      float[] b = {x + 4, y, 0};
      float[] c = {x, y + 4, 0};
      float[] d = {x, y, 4};
      solids.add(a, b, c).add(a, d, b).add(a, c, d).add(b, d, c);
    }
    return solids;
  }

  @Test
  void theSearchForVoidsStopsWhenItIsAskedTo() {
    Solids solids = new Solids().cube(0, 0, 0, 100).hollow(10, 10, 10, 5);
    AtomicInteger asked = new AtomicInteger();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> new MeshInspector(solids.mesh(), (_, _) -> asked.incrementAndGet() < 4));
  }

  @Test
  void aSolidInsideAVoidIsNoVoid() {
    MeshInspector inspector =
        inspect(new Solids().cube(0, 0, 0, 20).hollow(2, 2, 2, 16).cube(5, 5, 5, 10));

    assertThat(codes(inspector)).containsExactly(FindingCodes.INTERNAL_VOID);
    assertThat(inspector.facts().internalVoids().getFirst().volume()).isCloseTo(4096, within(1e-9));
  }

  @Test
  void aVoidInASolidInAVoidIsASecondVoid() {
    MeshInspector inspector =
        inspect(
            new Solids()
                .cube(0, 0, 0, 20)
                .hollow(2, 2, 2, 16)
                .cube(5, 5, 5, 10)
                .hollow(9, 9, 9, 2));

    assertThat(codes(inspector))
        .containsExactly(FindingCodes.INTERNAL_VOID, FindingCodes.INTERNAL_VOID);
    assertThat(inspector.facts().internalVoids().get(1).depth()).isCloseTo(4, within(1e-9));
  }

  @Test
  void aVoidThatTouchesTheOuterFaceInItsPlaneIsFound() {
    MeshInspector inspector = inspect(new Solids().cube(0, 0, 0, 20).hollow(0, 8, 8, 4));

    assertThat(codes(inspector)).containsExactly(FindingCodes.INTERNAL_VOID);
    assertThat(inspector.findings().getFirst().message()).endsWith("touching the surface");
  }

  @Test
  void aVoidThatSharesAnEdgeWithTheOuterSurfaceIsFound() {
    Solids wedge = new Solids().cube(0, 0, 0, 4);
    float[] a = {0, 0, 0};
    float[] b = {4, 0, 0};
    float[] c = {2, 1, 2};
    float[] d = {2, 2, 1};
    // A tetrahedron on an edge of the cube, facing inward.
    wedge.add(a, c, b).add(a, b, d).add(a, d, c).add(b, c, d);
    MeshInspector touching = inspect(wedge);

    assertThat(codes(touching))
        .contains(FindingCodes.INTERNAL_VOID, FindingCodes.NON_MANIFOLD_EDGES);
  }

  @Test
  void anOpenOuterSurfaceDoesNotHideAVoid() {
    MeshInspector inspector =
        inspect(new Solids().ball(0, 0, 0, 10, 20).without(100).ball(0, 0, 0, -3, 8));

    assertThat(codes(inspector))
        .containsExactly(FindingCodes.INTERNAL_VOID, FindingCodes.OPEN_EDGES);
  }

  @Test
  void aHollowOutsideIsInsideOutAndNoVoid() {
    MeshInspector inspector = inspect(new Solids().cube(0, 0, 0, 10).hollow(20, 0, 0, 5));

    assertThat(codes(inspector)).containsExactly(FindingCodes.FLIPPED_SHELL);
  }

  @Test
  void aLoneHollowIsInsideOut() {
    assertThat(codes(inspect(new Solids().hollow(0, 0, 0, 5))))
        .containsExactly(FindingCodes.FLIPPED_SHELL);
  }

  @Test
  void aHollowInTheBendOfAnLIsNoVoidThoughItsBoxIsInside() {
    Solids bend = new Solids().box(0, 0, 0, 30, 10, 10, true).box(0, 10, 0, 10, 30, 10, true);
    MeshInspector inspector = inspect(bend.hollow(18, 18, 2, 5));

    assertThat(codes(inspector)).contains(FindingCodes.FLIPPED_SHELL);
    assertThat(codes(inspector)).doesNotContain(FindingCodes.INTERNAL_VOID);
  }

  @Test
  void aSolidInsideASolidIsPointedOut() {
    assertThat(codes(inspect(new Solids().cube(0, 0, 0, 10).cube(4, 4, 4, 2))))
        .containsExactly(FindingCodes.NESTED_SOLID);
  }

  @Test
  void touchingAndOverlappingSolidsAreNeitherVoidsNorNested() {
    assertThat(codes(inspect(new Solids().cube(0, 0, 0, 10).cube(10.5, 0, 0, 10)))).isEmpty();
    assertThat(codes(inspect(new Solids().cube(0, 0, 0, 10).cube(8, 3, 3, 5)))).isEmpty();
  }

  @Test
  void manyVoidsAreListedWithTheLargestFirst() {
    Solids foam = new Solids().cube(0, 0, 0, 100);
    for (int i = 0; i < 100; i++) {
      foam.hollow(5 + i % 10 * 9, 5 + i / 10 * 9, 40, 1 + i * 0.05);
    }
    List<InternalVoid> voids = inspect(foam).facts().internalVoids();

    assertThat(voids).hasSize(100);
    assertThat(voids.getFirst().volume()).isGreaterThan(voids.getLast().volume());
  }

  @Test
  void anOpenBoxATurnedFacetAndAFacetWithoutAreaAreReported() {
    assertThat(codes(inspect(new Solids().cube(0, 0, 0, 10).without(0))))
        .containsExactly(FindingCodes.OPEN_EDGES);
    assertThat(codes(inspect(new Solids().cube(0, 0, 0, 10).turn(0))))
        .containsExactly(FindingCodes.TURNED_FACETS);
    float[] a = {0, 0, 0};
    float[] b = {10, 0, 0};
    assertThat(codes(inspect(new Solids().cube(0, 0, 0, 10).add(a, b, b))))
        .containsExactly(FindingCodes.DEGENERATE_FACETS);
  }

  private static MeshInspector inspect(Solids solids) {
    return new MeshInspector(solids.mesh(), Progress.SILENT);
  }

  private static List<String> codes(MeshInspector inspector) {
    return inspector.findings().stream().map(Finding::code).toList();
  }
}

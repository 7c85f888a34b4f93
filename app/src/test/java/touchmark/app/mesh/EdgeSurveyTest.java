package touchmark.app.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeSurveyTest {
  @Test
  void aCubeIsOneClosedShell() {
    EdgeSurvey survey = new EdgeSurvey(new Solids().cube(0, 0, 0, 2).mesh());

    assertThat(survey.shells().count()).isOne();
    assertThat(survey.isClosed(0)).isTrue();
    assertThat(survey.openEdges()).isZero();
    assertThat(survey.nonManifoldEdges()).isZero();
    assertThat(survey.turnedFacets()).isEmpty();
    assertThat(survey.repeatedFacets()).isEmpty();
  }

  @Test
  void aMissingFacetLeavesThreeOpenEdges() {
    EdgeSurvey survey = new EdgeSurvey(new Solids().cube(0, 0, 0, 2).without(3).mesh());

    assertThat(survey.openEdges()).isEqualTo(3);
    assertThat(survey.openFacets()).hasSize(3);
    assertThat(survey.isClosed(0)).isFalse();
  }

  @Test
  void cubesThatShareAnEdgeAreOneShellOfTwoClosedPieces() {
    EdgeSurvey survey = new EdgeSurvey(new Solids().cube(0, 0, 0, 1).cube(1, 1, 0, 1).mesh());

    assertThat(survey.nonManifoldEdges()).isOne();
    assertThat(survey.shells().count()).isOne();
    assertThat(survey.pieces().count()).isEqualTo(2);
    assertThat(survey.isClosed(0)).isTrue();
    assertThat(survey.isClosed(1)).isTrue();
    assertThat(survey.crowdedFacets()).hasSize(4);
  }

  @Test
  void aTurnedFacetAndItsNeighboursAreNamed() {
    EdgeSurvey survey = new EdgeSurvey(new Solids().cube(0, 0, 0, 1).turn(0).mesh());

    assertThat(survey.turnedFacets()).contains(0).hasSize(4);
    assertThat(survey.isClosed(0)).isFalse();
  }

  @Test
  void aRepeatedFacetIsNamedOnce() {
    EdgeSurvey survey = new EdgeSurvey(new Solids().cube(0, 0, 0, 1).repeat(5).mesh());

    assertThat(survey.repeatedFacets()).containsExactly(12);
    assertThat(survey.nonManifoldEdges()).isEqualTo(3);
  }

  @Test
  void aCollapsedFacetOpensNothing() {
    float[] a = {0, 0, 0};
    float[] b = {1, 0, 0};
    EdgeSurvey survey = new EdgeSurvey(new Solids().cube(0, 0, 0, 1).add(a, b, b).mesh());

    assertThat(survey.isCollapsed(12)).isTrue();
    assertThat(survey.openEdges()).isZero();
    assertThat(survey.shells().count()).isOne();
  }
}

package touchmark.app.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeFingerprintTest {
  @Test
  void theOrderOfFacetsAndCornersDoesNotMatter() {
    Solids ball = new Solids().ball(0, 0, 0, 5, 10);

    assertThat(ShapeFingerprint.of(ball.shuffled(3).mesh()))
        .isEqualTo(ShapeFingerprint.of(ball.mesh()));
  }

  @Test
  void aTurnedFacetMatters() {
    assertThat(ShapeFingerprint.of(new Solids().cube(0, 0, 0, 1).turn(2).mesh()))
        .isNotEqualTo(ShapeFingerprint.of(new Solids().cube(0, 0, 0, 1).mesh()));
  }

  @Test
  void theUnitMatters() {
    Mesh mesh = new Solids().cube(0, 0, 0, 1).mesh();
    Mesh inches = new Mesh(mesh.positions(), mesh.triangles(), LengthUnit.INCH, mesh.parts());

    assertThat(ShapeFingerprint.of(inches)).isNotEqualTo(ShapeFingerprint.of(mesh));
  }
}

package touchmark.app.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PolygonCutterTest {
  private double area;
  private int triangles;

  @Test
  void combsSpiralsAndStarsKeepTheirAreaWhateverTheirPlane() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      int count = 5 + random.nextInt(60);
      double[] flat = new double[2 * count];
      for (int i = 0; i < count; i++) {
        // a star about its middle never crosses itself
        double around = 2 * Math.PI * i / count;
        double radius = 1 + 9 * random.nextDouble();
        flat[2 * i] = radius * Math.cos(around);
        flat[2 * i + 1] = radius * Math.sin(around);
      }
      cutAndCompare(flat, random);
    }
    cutAndCompare(new double[] {0, 0, 4, 0, 4, 4, 3, 4, 3, 1, 2, 1, 2, 4, 0, 4}, random);
  }

  @Test
  void aPolygonThatCrossesItselfStillGivesATriangleForEachCornerButTwo() {
    assertThat(cut(new double[] {0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0})).isTrue();
    assertThat(triangles).isEqualTo(2);
  }

  @Test
  void cornersOnOneLineOrAllInOnePlaceAreNoTrouble() {
    assertThat(cut(new double[15])).isTrue();
    assertThat(triangles).isEqualTo(3);
    assertThat(cut(new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0})).isTrue();
    assertThat(area).isZero();
  }

  @Test
  void aHugePolygonIsCutWhenItIsConvexAndRefusedWhenItIsNot() {
    int count = 40_000;
    double[] circle = new double[3 * count];
    for (int i = 0; i < count; i++) {
      circle[3 * i] = Math.cos(2 * Math.PI * i / count);
      circle[3 * i + 1] = Math.sin(2 * Math.PI * i / count);
    }
    assertThat(cut(circle)).isTrue();
    assertThat(triangles).isEqualTo(count - 2);
    circle[3] = 0;
    circle[4] = 0;
    assertThat(cut(circle)).isFalse();
  }

  private void cutAndCompare(double[] flat, Random random) {
    double tilt = random.nextDouble() * 6;
    double turn = random.nextDouble() * 6;
    double expected = 0;
    int count = flat.length / 2;
    double[] corners = new double[3 * count];
    for (int i = 0; i < count; i++) {
      int next = (i + 1) % count;
      expected += (flat[2 * i] * flat[2 * next + 1] - flat[2 * next] * flat[2 * i + 1]) / 2;
      double y = flat[2 * i + 1] * Math.cos(tilt);
      corners[3 * i] = flat[2 * i] * Math.cos(turn) - y * Math.sin(turn);
      corners[3 * i + 1] = flat[2 * i] * Math.sin(turn) + y * Math.cos(turn);
      corners[3 * i + 2] = flat[2 * i + 1] * Math.sin(tilt);
    }
    assertThat(cut(corners)).isTrue();
    assertThat(triangles).isEqualTo(count - 2);
    assertThat(area).isCloseTo(expected, org.assertj.core.data.Percentage.withPercentage(1e-6));
  }

  private boolean cut(double[] corners) {
    area = 0;
    triangles = 0;
    return new PolygonCutter()
        .cut(
            corners,
            corners.length / 3,
            (a, b, c) -> {
              triangles++;
              area += area(corners, a, b, c);
            });
  }

  private static double area(double[] p, int a, int b, int c) {
    double ux = p[3 * b] - p[3 * a];
    double uy = p[3 * b + 1] - p[3 * a + 1];
    double uz = p[3 * b + 2] - p[3 * a + 2];
    double vx = p[3 * c] - p[3 * a];
    double vy = p[3 * c + 1] - p[3 * a + 1];
    double vz = p[3 * c + 2] - p[3 * a + 2];
    double x = uy * vz - uz * vy;
    double y = uz * vx - ux * vz;
    double z = ux * vy - uy * vx;
    return Math.sqrt(x * x + y * y + z * z) / 2;
  }
}

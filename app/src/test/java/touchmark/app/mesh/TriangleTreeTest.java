package touchmark.app.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriangleTreeTest {
  @Test
  void aRayFromInsideABallLeavesItOnce() {
    TriangleTree tree = tree(new Solids().ball(1, 2, 3, 5, 40).mesh());
    int[] windings = new int[1];
    tree.cross(
        new Ray(1.1, 2.2, 3.3, 0.3, -0.5, 0.81),
        (facet, distance, outward) -> windings[0] += outward ? 1 : -1);

    assertThat(windings[0]).isOne();
  }

  @Test
  void distancesAreThoseOfASearchThroughAllFacets() {
    Mesh mesh = new Solids().ball(0, 0, 0, 5, 12).cube(3, 3, 3, 4).mesh();
    TriangleTree tree = tree(mesh);
    Random random = new Random(7);
    double[] corners = new double[9];
    for (int round = 0; round < 200; round++) {
      double x = 20 * random.nextDouble() - 10;
      double y = 20 * random.nextDouble() - 10;
      double z = 20 * random.nextDouble() - 10;
      double least = Double.POSITIVE_INFINITY;
      for (int facet = 0; facet < mesh.triangleCount(); facet++) {
        mesh.copyCorners(facet, corners);
        least = Math.min(least, TriangleDistance.pointSquared(corners, x, y, z));
      }
      assertThat(tree.nearest().distanceSquared(x, y, z, 0)).isCloseTo(least, within(1e-9));
    }
  }

  @Test
  void crossedEdgesAreNearestBetweenTheirCorners() {
    double[] flat = {-1, 0, 0, 1, 0, 0, 0, -5, 0};
    double[] upright = {0, -1, 2, 0, 1, 2, 0, 0, 9};

    assertThat(TriangleDistance.squared(flat, upright)).isCloseTo(4, within(1e-12));
  }

  @Test
  void manyFacetsInOnePlaceMakeNoDeepTree() {
    Solids heap = new Solids();
    for (int i = 0; i < 5_000; i++) {
      heap.cube(0, 0, 0, 1);
    }

    assertThat(tree(heap.mesh()).nearest().distanceSquared(3, 0.5, 0.5, 0)).isEqualTo(4);
  }

  private static TriangleTree tree(Mesh mesh) {
    return new TriangleTree(mesh, IntStream.range(0, mesh.triangleCount()).toArray());
  }
}

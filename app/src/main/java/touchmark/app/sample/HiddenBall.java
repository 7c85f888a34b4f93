package touchmark.app.sample;

import java.util.ArrayList;
import java.util.List;
import touchmark.app.sample.SolidDraft.Corner;

/// A ball-shaped cavity: an icosahedron divided twice, 320 facets, turned inward.
final class HiddenBall {
  private static final int DIVISIONS = 2;
  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;

  private static final double[][] ICOSAHEDRON = {
    {-1, GOLDEN, 0}, {1, GOLDEN, 0}, {-1, -GOLDEN, 0}, {1, -GOLDEN, 0},
    {0, -1, GOLDEN}, {0, 1, GOLDEN}, {0, -1, -GOLDEN}, {0, 1, -GOLDEN},
    {GOLDEN, 0, -1}, {GOLDEN, 0, 1}, {-GOLDEN, 0, -1}, {-GOLDEN, 0, 1}
  };

  /// Counter-clockwise from outside.
  private static final int[][] FACES = {
    {0, 11, 5}, {0, 5, 1}, {0, 1, 7}, {0, 7, 10}, {0, 10, 11},
    {1, 5, 9}, {5, 11, 4}, {11, 10, 2}, {10, 7, 6}, {7, 1, 8},
    {3, 9, 4}, {3, 4, 2}, {3, 2, 6}, {3, 6, 8}, {3, 8, 9},
    {4, 9, 5}, {2, 4, 11}, {6, 2, 10}, {8, 6, 7}, {9, 8, 1}
  };

  private record Vector(double x, double y, double z) {
    Vector unit() {
      double length = Math.sqrt(x * x + y * y + z * z);
      return new Vector(x / length, y / length, z / length);
    }

    Vector halfWayTo(Vector other) {
      return new Vector(x + other.x, y + other.y, z + other.z).unit();
    }
  }

  private record Facet(Vector a, Vector b, Vector c) {
    List<Facet> divided() {
      Vector ab = a.halfWayTo(b);
      Vector bc = b.halfWayTo(c);
      Vector ca = c.halfWayTo(a);
      return List.of(
          new Facet(a, ab, ca), new Facet(ab, b, bc), new Facet(ca, bc, c), new Facet(ab, bc, ca));
    }

    /// Of the tetrahedron with the origin.
    double volume() {
      return (a.x * (b.y * c.z - b.z * c.y)
              + a.y * (b.z * c.x - b.x * c.z)
              + a.z * (b.x * c.y - b.y * c.x))
          / 6;
    }
  }

  private HiddenBall() {}

  /// Adds a cavity of exactly this volume (but for the rounding of its corners), mm3.
  static void into(SolidDraft draft, double x, double y, double z, double volume) {
    List<Facet> facets = new ArrayList<>();
    for (int[] face : FACES) {
      facets.add(new Facet(corner(face[0]), corner(face[1]), corner(face[2])));
    }
    for (int i = 0; i < DIVISIONS; i++) {
      facets = facets.stream().flatMap(facet -> facet.divided().stream()).toList();
    }
    double unitVolume = facets.stream().mapToDouble(Facet::volume).sum();
    double radius = StrictMath.cbrt(volume / unitVolume);
    for (Facet facet : facets) {
      draft.triangle(
          place(facet.c, radius, x, y, z),
          place(facet.b, radius, x, y, z),
          place(facet.a, radius, x, y, z));
    }
  }

  private static Vector corner(int index) {
    double[] at = ICOSAHEDRON[index];
    return new Vector(at[0], at[1], at[2]).unit();
  }

  private static Corner place(Vector direction, double radius, double x, double y, double z) {
    return Corner.of(x + radius * direction.x, y + radius * direction.y, z + radius * direction.z);
  }
}

package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import touchmark.app.mesh.FacetNormal;
import touchmark.app.mesh.FacetRegions;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.Patches;
import touchmark.app.mesh.Ray;
import touchmark.app.mesh.TriangleTree;
import touchmark.ledger.Progress;

/// Finds where the material behind a facet ends sooner than a wall should: rays go inward from each
/// facet, from its middle and, of large ones, from near its corners. Only a facet that faces away
/// from the ray ends a wall; the flank of an edge does not, so that edges are not thin walls.
final class ThinWalls {
  /// How far the far side may lean: the cosine of 45 degrees.
  private static final double FACING = Math.sqrt(0.5);

  /// Facets larger than so many walls squared are asked near their corners, too.
  private static final double LARGE = 16;

  private static final double NEAR_CORNER = 0.8;

  /// Surfaces nearer than this part of the wall, or than the rounding of coordinates, touch.
  private static final double TOUCHING = 1e-4;

  private static final double ROUNDING = 4e-7;
  private static final int AT_ONCE = 1 << 14;

  /// Directions with no simple ratio, to ask what is around a point.
  private static final double[][] AROUND = {
    {0.5773, 0.6180, 0.5337}, {-0.7071, 0.3183, 0.6314}, {0.2718, -0.8660, 0.4199}
  };

  private final Mesh mesh;
  private final Patches pieces;
  private final TriangleTree tree;
  private final double wall;
  private final double touching;
  private final float[] thickness;
  private final int[] farSide;
  private final List<ThinWall> walls = new ArrayList<>();

  /// Searches at once.
  ///
  /// @param tree over all facets that have a piece
  /// @param wall in the unit of the mesh, more than 0
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  ThinWalls(Mesh mesh, Patches pieces, TriangleTree tree, double wall, Progress progress) {
    this.mesh = mesh;
    this.pieces = pieces;
    this.tree = tree;
    this.wall = wall;
    this.touching = Math.max(TOUCHING * wall, ROUNDING * largest(mesh));
    this.thickness = new float[mesh.triangleCount()];
    this.farSide = new int[mesh.triangleCount()];
    Arrays.fill(thickness, Float.POSITIVE_INFINITY);
    int shares = (mesh.triangleCount() + AT_ONCE - 1) / AT_ONCE;
    IntStream.range(0, shares)
        .parallel()
        .forEach(
            share -> {
              progress.reached(0, 0);
              measure(share * AT_ONCE, Math.min(mesh.triangleCount(), (share + 1) * AT_ONCE));
            });
    gather(progress);
  }

  /// The thinnest first.
  List<ThinWall> walls() {
    return walls;
  }

  private static double largest(Mesh mesh) {
    return mesh.bounds()
        .map(
            box ->
                Math.max(
                    Math.max(Math.abs(box.minX()), Math.abs(box.maxX())),
                    Math.max(
                        Math.max(Math.abs(box.minY()), Math.abs(box.maxY())),
                        Math.max(Math.abs(box.minZ()), Math.abs(box.maxZ())))))
        .orElse(0.0);
  }

  private void measure(int from, int to) {
    FacetNormal normal = new FacetNormal(mesh);
    FacetNormal other = new FacetNormal(mesh);
    double[] corners = new double[9];
    for (int facet = from; facet < to; facet++) {
      double length = normal.of(facet).length();
      if (length == 0 || pieces.of(facet) < 0) {
        continue;
      }
      mesh.copyCorners(facet, corners);
      int points = length / 2 > LARGE * wall * wall ? 4 : 1;
      for (int point = 0; point < points; point++) {
        measure(facet, inward(corners, point, normal, length), other);
      }
    }
  }

  /// Into the material from the middle of a facet, or from near one of its corners.
  private static Ray inward(double[] corners, int point, FacetNormal normal, double length) {
    double[] at = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double middle = (corners[axis] + corners[3 + axis] + corners[6 + axis]) / 3;
      at[axis] =
          point == 0 ? middle : middle + NEAR_CORNER * (corners[3 * (point - 1) + axis] - middle);
    }
    return new Ray(
        at[0], at[1], at[2], -normal.x() / length, -normal.y() / length, -normal.z() / length);
  }

  private void measure(int facet, Ray ray, FacetNormal other) {
    tree.cross(
        ray,
        wall,
        (far, distance, outward) -> {
          boolean nearer =
              outward && distance > touching && distance <= wall && distance < thickness[facet];
          if (nearer && far != facet && facesAway(other.of(far), ray)) {
            thickness[facet] = (float) distance;
            farSide[facet] = far;
          }
        });
  }

  private static boolean facesAway(FacetNormal normal, Ray ray) {
    double along = normal.x() * ray.dx() + normal.y() * ray.dy() + normal.z() * ray.dz();
    return along >= FACING * normal.length();
  }

  private void gather(Progress progress) {
    FacetRegions regions = new FacetRegions(mesh);
    int[] thin =
        IntStream.range(0, thickness.length).filter(i -> Float.isFinite(thickness[i])).toArray();
    for (int facet : thin) {
      regions.join(facet, farSide[facet]);
    }
    int[] bothSides =
        IntStream.concat(IntStream.of(thin), IntStream.of(thin).map(i -> farSide[i]))
            .sorted()
            .distinct()
            .toArray();
    for (int[] region : regions.of(bothSides)) {
      progress.reached(0, 0);
      int thinnest = region[0];
      for (int facet : region) {
        thinnest = thickness[facet] < thickness[thinnest] ? facet : thinnest;
      }
      if (pieces.count() == 1 || isWall(thinnest)) {
        walls.add(new ThinWall(thickness[thinnest], mesh.boundsOf(region), Facets.of(region)));
      }
    }
    walls.sort(Comparator.comparingDouble(ThinWall::thickness));
  }

  /// Whether no other solid lies before or behind: where solids overlap, what looks thin is the
  /// overlap.
  private boolean isWall(int facet) {
    FacetNormal normal = new FacetNormal(mesh).of(facet);
    double length = normal.length();
    double[] corners = new double[9];
    mesh.copyCorners(facet, corners);
    Ray inward = inward(corners, 0, normal, length);
    double behind = thickness[facet] + touching;
    return !inMaterial(inward, -touching) && !inMaterial(inward, behind);
  }

  private boolean inMaterial(Ray ray, double distance) {
    double x = ray.x() + ray.dx() * distance;
    double y = ray.y() + ray.dy() * distance;
    double z = ray.z() + ray.dz() * distance;
    int inside = 0;
    for (double[] way : AROUND) {
      int[] winding = {0};
      tree.cross(
          new Ray(x, y, z, way[0], way[1], way[2]),
          (facet, far, outward) -> winding[0] += outward ? 1 : -1);
      inside += winding[0] > 0 ? 1 : 0;
    }
    return inside > 1;
  }
}

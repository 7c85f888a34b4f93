package touchmark.app.difference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.TriangleTree;
import touchmark.ledger.Progress;

/// How far two surfaces lie apart where they are farthest, measured both ways from the corners of
/// each to the nearest place of the other.
///
/// @param distance in the unit of the first mesh
/// @param x where, in the unit of the first mesh
record Deviation(double distance, double x, double y, double z) {
  /// Corners that are asked; of a finer mesh only every second, third and so on.
  private static final int MOST_CORNERS = 1_000_000;

  private static final int AT_ONCE = 4_096;

  /// @param scale units of `from` in one unit of `to`
  static Deviation between(Mesh from, Mesh to, double scale, Progress progress) {
    Mesh scaled = scale == 1 ? to : scaled(to, from, (float) scale);
    Deviation there = oneWay(from, scaled, progress, 0);
    Deviation back = oneWay(scaled, from, progress, 1);
    return there.distance >= back.distance ? there : back;
  }

  private static Mesh scaled(Mesh mesh, Mesh like, float scale) {
    float[] positions = mesh.positions().clone();
    for (int i = 0; i < positions.length; i++) {
      positions[i] *= scale;
    }
    return new Mesh(positions, mesh.triangles(), like.unit(), mesh.parts());
  }

  private static Deviation oneWay(Mesh from, Mesh to, Progress progress, int way) {
    int[] facets = IntStream.range(0, to.triangleCount()).toArray();
    TriangleTree tree = new TriangleTree(to, facets);
    int corners = from.triangles().length;
    int step = 1 + corners / (3 * MOST_CORNERS);
    List<Integer> starts =
        IntStream.iterate(0, start -> start < corners, start -> start + AT_ONCE * step)
            .boxed()
            .toList();
    progress.reached(way, 2);
    return starts.stream()
        .parallel()
        .map(start -> farthest(from, tree, start, Math.min(corners, start + AT_ONCE * step), step))
        .max(Comparator.comparingDouble(Deviation::distance))
        .orElse(new Deviation(0, 0, 0, 0));
  }

  private static Deviation farthest(Mesh mesh, TriangleTree tree, int start, int end, int step) {
    double farthest = -1;
    int where = 3 * mesh.triangles()[start];
    float[] p = mesh.positions();
    for (int corner = start; corner < end; corner += step) {
      int at = 3 * mesh.triangles()[corner];
      double distance = tree.distanceSquared(p[at], p[at + 1], p[at + 2]);
      if (distance > farthest) {
        farthest = distance;
        where = at;
      }
    }
    return new Deviation(Math.sqrt(Math.max(0, farthest)), p[where], p[where + 1], p[where + 2]);
  }
}

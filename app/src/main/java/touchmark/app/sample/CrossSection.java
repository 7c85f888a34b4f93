package touchmark.app.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchmark.app.mesh.Mesh;

/// Cuts a closed mesh at a height. Each cut facet gives a segment from one of its edges to another;
/// the edges themselves chain the segments, so the loops close exactly.
final class CrossSection {
  /// A corner nearer than this to the line between its neighbours is left out, mm.
  private static final double STRAIGHT = 0.002;

  private final Mesh mesh;
  private final double z;
  private final Map<Long, Long> next = new LinkedHashMap<>();

  private CrossSection(Mesh mesh, double z) {
    this.mesh = mesh;
    this.z = z;
  }

  /// The loops with the solid on their left: outlines counter-clockwise, holes clockwise.
  ///
  /// @throws IllegalArgumentException if the mesh is not closed there
  static List<List<Point>> at(Mesh mesh, double z) {
    CrossSection section = new CrossSection(mesh, z);
    int[] corners = mesh.triangles();
    for (int at = 0; at < corners.length; at += 3) {
      section.cut(corners[at], corners[at + 1], corners[at + 2]);
    }
    return section.loops();
  }

  /// A facet is crossed downward by one edge, as it is drawn, and upward by another. Seen from
  /// outside the solid, the segment runs from the first to the second.
  private void cut(int a, int b, int c) {
    boolean aboveA = isAbove(a);
    boolean aboveB = isAbove(b);
    boolean aboveC = isAbove(c);
    if (aboveA == aboveB && aboveB == aboveC) {
      return;
    }
    long down = aboveA && !aboveB ? edge(a, b) : aboveB && !aboveC ? edge(b, c) : edge(c, a);
    long up = !aboveA && aboveB ? edge(a, b) : !aboveB && aboveC ? edge(b, c) : edge(c, a);
    next.put(down, up);
  }

  private boolean isAbove(int vertex) {
    return mesh.positions()[3 * vertex + 2] >= z;
  }

  private static long edge(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  private List<List<Point>> loops() {
    List<List<Point>> loops = new ArrayList<>();
    while (!next.isEmpty()) {
      List<Point> loop = new ArrayList<>();
      long edge = next.keySet().iterator().next();
      for (Long following = next.remove(edge); following != null; following = next.remove(edge)) {
        loop.add(point(edge));
        edge = following;
      }
      List<Point> straightened = straightened(loop);
      if (straightened.size() > 2) {
        loops.add(straightened);
      }
    }
    return loops;
  }

  private Point point(long edge) {
    int a = 3 * (int) (edge >>> 32);
    int b = 3 * (int) edge;
    float[] p = mesh.positions();
    double part = (z - p[a + 2]) / ((double) p[b + 2] - p[a + 2]);
    return new Point(p[a] + part * (p[b] - p[a]), p[a + 1] + part * (p[b + 1] - p[a + 1]));
  }

  /// Leaves out, one at a time, corners that stand on their neighbours or between them.
  private static List<Point> straightened(List<Point> loop) {
    List<Point> kept = new ArrayList<>(loop);
    for (int i = 0; i < kept.size() && kept.size() > 2; ) {
      Point before = kept.get(Math.floorMod(i - 1, kept.size()));
      Point here = kept.get(i);
      Point after = kept.get((i + 1) % kept.size());
      double offLine = Math.abs(Point.turn(before, here, after));
      if (here.distanceTo(after) < STRAIGHT || offLine < STRAIGHT * before.distanceTo(after)) {
        kept.remove(i);
        i = Math.max(0, i - 1);
      } else {
        i++;
      }
    }
    return kept;
  }
}

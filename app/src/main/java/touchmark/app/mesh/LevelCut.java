package touchmark.app.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A mesh cut by level planes, into lines that have the material on their left, seen from above.
public final class LevelCut {
  /// What is cut at one height.
  ///
  /// @param ends x and y of the first and of the second end of each line in turn, in the mesh's
  ///   unit
  /// @param closed whether the lines join to closed ones
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Level(double[] ends, boolean closed) {}

  private final Mesh mesh;
  private final double[] heights;
  private final List<Lines> cuts = new ArrayList<>();

  /// For each height a sum over the first ends less one over the second ends: 0 where all join.
  private final long[] loose;

  private LevelCut(Mesh mesh, double... heights) {
    this.mesh = mesh;
    this.heights = heights.clone();
    this.loose = new long[heights.length];
    for (int i = 0; i < heights.length; i++) {
      cuts.add(new Lines());
    }
  }

  /// Cuts.
  ///
  /// @param heights rising, in the mesh's unit
  /// @return as many
  public static List<Level> of(Mesh mesh, double... heights) {
    LevelCut cut = new LevelCut(mesh, heights);
    for (int facet = 0; facet < mesh.triangleCount(); facet++) {
      cut.add(facet);
    }
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      levels.add(new Level(cut.cuts.get(i).ends(), cut.loose[i] == 0));
    }
    return levels;
  }

  private void add(int facet) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 3; corner++) {
      double z = coordinate(facet, corner, 2);
      low = Math.min(low, z);
      high = Math.max(high, z);
    }
    int first = Arrays.binarySearch(heights, low);
    for (int i = first < 0 ? -first - 1 : first; i < heights.length && heights[i] <= high; i++) {
      cut(facet, i);
    }
  }

  /// A corner counts as above or below and never as on the plane, so that lines always join.
  private void cut(int facet, int level) {
    double height = heights[level];
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    boolean crosses = false;
    for (int corner = 0; corner < 3; corner++) {
      int next = (corner + 1) % 3;
      double z = coordinate(facet, corner, 2);
      double nextZ = coordinate(facet, next, 2);
      if (z >= height == nextZ >= height) {
        continue;
      }
      crosses = true;
      // From the lower to the upper corner, so that both facets of an edge get the very same place.
      int lower = z < nextZ ? corner : next;
      int upper = z < nextZ ? next : corner;
      double share = (height - Math.min(z, nextZ)) / Math.abs(nextZ - z);
      double x = between(coordinate(facet, lower, 0), coordinate(facet, upper, 0), share);
      double y = between(coordinate(facet, lower, 1), coordinate(facet, upper, 1), share);
      if (z >= height) {
        fromX = x;
        fromY = y;
      } else {
        toX = x;
        toY = y;
      }
    }
    if (crosses) {
      cuts.get(level).add(fromX, fromY, toX, toY);
      loose[level] += mixed(fromX, fromY) - mixed(toX, toY);
    }
  }

  private static long mixed(double x, double y) {
    long bits = Double.doubleToLongBits(x + 0.0) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 32)) + Double.doubleToLongBits(y + 0.0);
    bits *= 0xBF58476D1CE4E5B9L;
    return bits ^ (bits >>> 29);
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }

  private double coordinate(int facet, int corner, int axis) {
    return mesh.positions()[3 * mesh.triangles()[3 * facet + corner] + axis];
  }
}

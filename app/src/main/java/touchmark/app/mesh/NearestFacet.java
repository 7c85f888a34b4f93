package touchmark.app.mesh;

/// Asks a [TriangleTree] which facet is nearest to points. The facet that was near the last point
/// is looked at first, so that points in the order of a surface are soon answered. For one thread.
public final class NearestFacet {
  private static final int DEEPEST = 64;

  private final int[] order;
  private final float[] boxes;
  private final int leaf;
  private final Mesh mesh;
  private final double[] corners = new double[9];
  private final int[] nodes = new int[DEEPEST];
  private final int[] from = new int[DEEPEST];
  private final int[] to = new int[DEEPEST];
  private final double[] gaps = new double[DEEPEST];
  private int last;

  NearestFacet(Mesh mesh, int[] order, float[] boxes, int leaf) {
    this.mesh = mesh;
    this.order = order;
    this.boxes = boxes;
    this.leaf = leaf;
    this.last = order.length == 0 ? -1 : order[0];
  }

  /// Whether a facet is so near, and not farther.
  ///
  /// @param squared the square of the distance
  public boolean isWithin(double x, double y, double z, double squared) {
    return search(x, y, z, squared, Math.nextUp(squared)) <= squared;
  }

  /// The least distance from a point to the facets, squared, or any that is not more than `enough`;
  /// infinite without facets.
  ///
  /// @param enough the square of the distance that is small enough
  public double distanceSquared(double x, double y, double z, double enough) {
    return search(x, y, z, enough, Double.POSITIVE_INFINITY);
  }

  /// @param bound only what is less is looked for
  private double search(double x, double y, double z, double enough, double bound) {
    if (last < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double best = Math.min(bound, squared(last, x, y, z));
    if (best <= enough) {
      return best;
    }
    int depth = 1;
    nodes[0] = 0;
    from[0] = 0;
    to[0] = order.length;
    gaps[0] = gapSquared(0, x, y, z);
    while (depth > 0) {
      depth--;
      if (gaps[depth] >= best) {
        continue;
      }
      int node = nodes[depth];
      int begin = from[depth];
      int end = to[depth];
      if (end - begin <= leaf) {
        for (int i = begin; i < end; i++) {
          double distance = squared(order[i], x, y, z);
          if (distance < best) {
            best = distance;
            last = order[i];
            if (best <= enough) {
              return best;
            }
          }
        }
        continue;
      }
      int middle = (begin + end) >>> 1;
      double left = gapSquared(2 * node + 1, x, y, z);
      double right = gapSquared(2 * node + 2, x, y, z);
      // the nearer child is taken from the stack first
      if (left < right) {
        depth = push(depth, 2 * node + 2, middle, end, right);
        depth = push(depth, 2 * node + 1, begin, middle, left);
      } else {
        depth = push(depth, 2 * node + 1, begin, middle, left);
        depth = push(depth, 2 * node + 2, middle, end, right);
      }
    }
    return best;
  }

  private int push(int depth, int node, int begin, int end, double gap) {
    nodes[depth] = node;
    from[depth] = begin;
    to[depth] = end;
    gaps[depth] = gap;
    return depth + 1;
  }

  private double squared(int facet, double x, double y, double z) {
    mesh.copyCorners(facet, corners);
    return TriangleDistance.pointSquared(corners, x, y, z);
  }

  private double gapSquared(int node, double x, double y, double z) {
    int at = 6 * node;
    double gapX = Math.max(0, Math.max(boxes[at] - x, x - boxes[at + 3]));
    double gapY = Math.max(0, Math.max(boxes[at + 1] - y, y - boxes[at + 4]));
    double gapZ = Math.max(0, Math.max(boxes[at + 2] - z, z - boxes[at + 5]));
    return gapX * gapX + gapY * gapY + gapZ * gapZ;
  }
}

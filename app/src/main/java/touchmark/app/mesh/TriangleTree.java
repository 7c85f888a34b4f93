package touchmark.app.mesh;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.function.Supplier;

/// A tree of boxes over facets, to ask where a ray crosses them and which is near. It is halved at
/// the median along the longest axis, so that no arrangement of facets makes it deep.
///
/// Node 0 holds all facets; the children of node `n` are `2 n + 1` and `2 n + 2`, each with half of
/// its facets. Immutable and safe to share between threads.
public final class TriangleTree implements RayTarget {
  private static final int LEAF = 4;
  private static final int FORK = 1 << 15;
  private static final int DEEPEST = 64;

  private final Mesh mesh;

  /// Facets in the order of the leaves.
  private final int[] order;

  /// minX, minY, minZ, maxX, maxY, maxZ of each node in turn.
  private final float[] boxes;

  /// Over some facets of a mesh.
  public TriangleTree(Mesh mesh, int[] facets) {
    this.mesh = mesh;
    order = new int[facets.length];
    boxes = new float[6 * nodes(order.length)];
    if (order.length > 0) {
      float[] centres = new float[3 * facets.length];
      for (int i = 0; i < facets.length; i++) {
        order[i] = facets[i];
        for (int axis = 0; axis < 3; axis++) {
          centres[3 * i + axis] =
              corner(facets[i], 0, axis) / 3
                  + corner(facets[i], 1, axis) / 3
                  + corner(facets[i], 2, axis) / 3;
        }
      }
      ForkJoinPool.commonPool().invoke(new Build(0, 0, order.length, centres));
    }
  }

  private static int nodes(int facets) {
    int levels = 1;
    for (int rest = facets; rest > LEAF; rest = (rest + 1) / 2) {
      levels++;
    }
    return (1 << levels) - 1;
  }

  @Override
  public void cross(Ray ray, Crossing crossing) {
    cross(ray, Double.POSITIVE_INFINITY, crossing);
  }

  /// Shows the facets that a ray crosses before it has gone so far, and perhaps some behind.
  ///
  /// @param within in lengths of the ray's direction
  public void cross(Ray ray, double within, Crossing crossing) {
    if (order.length == 0) {
      return;
    }
    int[] stack = new int[3 * DEEPEST];
    int depth = push(stack, 0, 0, 0, order.length);
    while (depth > 0) {
      depth--;
      int node = stack[3 * depth];
      int from = stack[3 * depth + 1];
      int to = stack[3 * depth + 2];
      if (!ray.meets(boxes, 6 * node, within)) {
        continue;
      }
      if (to - from <= LEAF) {
        for (int i = from; i < to; i++) {
          ray.cross(mesh, order[i], crossing);
        }
      } else {
        int middle = (from + to) >>> 1;
        depth = push(stack, depth, 2 * node + 1, from, middle);
        depth = push(stack, depth, 2 * node + 2, middle, to);
      }
    }
  }

  /// Shows every two facets whose boxes meet, once, in shares of the work that are done side by
  /// side.
  ///
  /// @param share makes what is shown the pairs of one share, on the thread that does it
  public void eachNear(Supplier<? extends NearPairs> share) {
    if (order.length > 0) {
      new NearSearch(order, boxes, mesh, LEAF).run(share);
    }
  }

  /// Who is shown pairs of facets near each other, on one thread.
  public interface NearPairs {
    /// Two facets whose boxes meet.
    void pair(int one, int other);

    /// Asked now and then whether to go on.
    boolean goesOn();
  }

  /// Asks for what is near points that lie near each other, one after the other. For one thread.
  public NearestFacet nearest() {
    return new NearestFacet(mesh, order, boxes, LEAF);
  }

  /// The least distance from some facets of the same mesh to the facets of the tree, squared;
  /// infinite without facets. Facets that pass through each other count as far apart as their
  /// nearest edges.
  public double distanceSquared(int[] facets) {
    double best = Double.POSITIVE_INFINITY;
    double[] box = new double[6];
    double[] own = new double[9];
    double[] other = new double[9];
    FacetDistance distance =
        facet -> {
          mesh.copyCorners(facet, other);
          return TriangleDistance.squared(own, other);
        };
    for (int facet : facets) {
      mesh.copyCorners(facet, own);
      for (int axis = 0; axis < 3; axis++) {
        box[axis] = Math.min(own[axis], Math.min(own[3 + axis], own[6 + axis]));
        box[3 + axis] = Math.max(own[axis], Math.max(own[3 + axis], own[6 + axis]));
      }
      best = nearest(best, box, distance);
    }
    return best;
  }

  private double nearest(double bound, double[] box, FacetDistance distance) {
    double best = bound;
    if (order.length == 0 || gapSquared(0, box) >= best) {
      return best;
    }
    int[] stack = new int[3 * DEEPEST];
    int depth = push(stack, 0, 0, 0, order.length);
    while (depth > 0) {
      depth--;
      int node = stack[3 * depth];
      int from = stack[3 * depth + 1];
      int to = stack[3 * depth + 2];
      if (gapSquared(node, box) >= best) {
        continue;
      }
      if (to - from <= LEAF) {
        for (int i = from; i < to; i++) {
          best = Math.min(best, distance.squared(order[i]));
        }
      } else {
        int middle = (from + to) >>> 1;
        int left = 2 * node + 1;
        int right = left + 1;
        // The nearer child is taken from the stack first.
        if (gapSquared(left, box) < gapSquared(right, box)) {
          depth = push(stack, depth, right, middle, to);
          depth = push(stack, depth, left, from, middle);
        } else {
          depth = push(stack, depth, left, from, middle);
          depth = push(stack, depth, right, middle, to);
        }
      }
    }
    return best;
  }

  private static int push(int[] stack, int depth, int node, int from, int to) {
    stack[3 * depth] = node;
    stack[3 * depth + 1] = from;
    stack[3 * depth + 2] = to;
    return depth + 1;
  }

  private double gapSquared(int node, double[] box) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double gap =
          Math.max(
              0,
              Math.max(
                  boxes[6 * node + axis] - box[3 + axis], box[axis] - boxes[6 * node + 3 + axis]));
      sum += gap * gap;
    }
    return sum;
  }

  private float corner(int facet, int corner, int axis) {
    return mesh.positions()[3 * mesh.triangles()[3 * facet + corner] + axis];
  }

  @FunctionalInterface
  private interface FacetDistance {
    double squared(int facet);
  }

  private final class Build extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final int node;
    private final int from;
    private final int to;
    private final transient float[] centres;

    Build(int node, int from, int to, float[] centres) {
      this.node = node;
      this.from = from;
      this.to = to;
      this.centres = centres;
    }

    @Override
    protected void compute() {
      if (to - from <= LEAF) {
        box();
        return;
      }
      int middle = (from + to) >>> 1;
      split(middle, longestAxis());
      Build left = new Build(2 * node + 1, from, middle, centres);
      Build right = new Build(2 * node + 2, middle, to, centres);
      if (to - from > FORK) {
        invokeAll(left, right);
      } else {
        left.compute();
        right.compute();
      }
      for (int axis = 0; axis < 3; axis++) {
        int low = 6 * node + axis;
        boxes[low] = Math.min(boxes[6 * left.node + axis], boxes[6 * right.node + axis]);
        boxes[low + 3] =
            Math.max(boxes[6 * left.node + 3 + axis], boxes[6 * right.node + 3 + axis]);
      }
    }

    private void box() {
      for (int axis = 0; axis < 3; axis++) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
          for (int corner = 0; corner < 3; corner++) {
            float value = corner(order[i], corner, axis);
            low = Math.min(low, value);
            high = Math.max(high, value);
          }
        }
        boxes[6 * node + axis] = low;
        boxes[6 * node + 3 + axis] = high;
      }
    }

    private int longestAxis() {
      int longest = 0;
      float most = -1;
      for (int axis = 0; axis < 3; axis++) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
          float centre = centres[3 * i + axis];
          low = Math.min(low, centre);
          high = Math.max(high, centre);
        }
        if (high / 2 - low / 2 > most) {
          most = high / 2 - low / 2;
          longest = axis;
        }
      }
      return longest;
    }

    /// Puts the facets with the smaller centres before a place (Hoare's selection).
    private void split(int middle, int axis) {
      int low = from;
      int high = to - 1;
      while (low < high) {
        float pivot = pivot(low, high, axis);
        int i = low;
        int j = high;
        while (i <= j) {
          while (centres[3 * i + axis] < pivot) {
            i++;
          }
          while (centres[3 * j + axis] > pivot) {
            j--;
          }
          if (i <= j) {
            swap(i, j);
            i++;
            j--;
          }
        }
        if (middle <= j) {
          high = j;
        } else if (middle >= i) {
          low = i;
        } else {
          return;
        }
      }
    }

    /// The centres go with their facets, so that memory is read in order.
    private void swap(int i, int j) {
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
      for (int axis = 0; axis < 3; axis++) {
        float centre = centres[3 * i + axis];
        centres[3 * i + axis] = centres[3 * j + axis];
        centres[3 * j + axis] = centre;
      }
    }

    private float pivot(int low, int high, int axis) {
      float a = centres[3 * low + axis];
      float b = centres[3 * ((low + high) >>> 1) + axis];
      float c = centres[3 * high + axis];
      return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
  }
}

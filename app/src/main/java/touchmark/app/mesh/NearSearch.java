package touchmark.app.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Walks a [TriangleTree] against itself for pairs of facets whose boxes meet.
final class NearSearch {
  /// Facets of the two nodes that make one share of the work, at least.
  private static final int LEAST_SHARE = 1 << 13;

  /// Into about so many parts the facets are divided for the shares.
  private static final int PARTS = 128;

  /// Facets of two nodes above which it is asked whether to go on.
  private static final int ASK = 1 << 9;

  private final int[] order;
  private final float[] boxes;
  private final float[] facetBoxes;
  private final int leaf;
  private final int share;
  private final List<int[]> shares = new ArrayList<>();

  /// @param order facets in the order of the leaves
  /// @param boxes of the nodes
  /// @param leaf most facets of a leaf
  NearSearch(int[] order, float[] boxes, Mesh mesh, int leaf) {
    this.order = order;
    this.boxes = boxes;
    this.leaf = leaf;
    this.share = Math.max(LEAST_SHARE, order.length / PARTS);
    this.facetBoxes = new float[6 * order.length];
    float[] p = mesh.positions();
    int[] t = mesh.triangles();
    for (int i = 0; i < order.length; i++) {
      int corner = 3 * order[i];
      for (int axis = 0; axis < 3; axis++) {
        float a = p[3 * t[corner] + axis];
        float b = p[3 * t[corner + 1] + axis];
        float c = p[3 * t[corner + 2] + axis];
        facetBoxes[6 * i + axis] = Math.min(a, Math.min(b, c));
        facetBoxes[6 * i + 3 + axis] = Math.max(a, Math.max(b, c));
      }
    }
  }

  void run(Supplier<? extends TriangleTree.NearPairs> sharing) {
    divide(0, 0, order.length, 0, 0, order.length);
    shares.stream()
        .parallel()
        .forEach(
            s -> {
              TriangleTree.NearPairs pairs = sharing.get();
              search(pairs, s[0], s[1], s[2], s[3], s[4], s[5]);
              pairs.goesOn();
            });
  }

  /// Notes pairs of nodes, small enough for one share each.
  private void divide(int a, int fromA, int toA, int b, int fromB, int toB) {
    if (a != b && !meet(boxes, 6 * a, boxes, 6 * b)) {
      return;
    }
    if (toA - fromA + toB - fromB <= share) {
      shares.add(new int[] {a, fromA, toA, b, fromB, toB});
      return;
    }
    int middleA = (fromA + toA) >>> 1;
    if (a == b) {
      divide(2 * a + 1, fromA, middleA, 2 * a + 1, fromA, middleA);
      divide(2 * a + 2, middleA, toA, 2 * a + 2, middleA, toA);
      divide(2 * a + 1, fromA, middleA, 2 * a + 2, middleA, toA);
    } else if (toA - fromA >= toB - fromB) {
      divide(2 * a + 1, fromA, middleA, b, fromB, toB);
      divide(2 * a + 2, middleA, toA, b, fromB, toB);
    } else {
      divide(b, fromB, toB, a, fromA, toA);
    }
  }

  private void search(
      TriangleTree.NearPairs pairs, int a, int fromA, int toA, int b, int fromB, int toB) {
    if (a != b && !meet(boxes, 6 * a, boxes, 6 * b)) {
      return;
    }
    if (toA - fromA + toB - fromB > ASK && !pairs.goesOn()) {
      return;
    }
    boolean wholeA = toA - fromA <= leaf;
    boolean wholeB = toB - fromB <= leaf;
    if (wholeA && wholeB) {
      compare(pairs, fromA, toA, fromB, toB);
    } else if (a == b) {
      int middle = (fromA + toA) >>> 1;
      search(pairs, 2 * a + 1, fromA, middle, 2 * a + 1, fromA, middle);
      search(pairs, 2 * a + 2, middle, toA, 2 * a + 2, middle, toA);
      search(pairs, 2 * a + 1, fromA, middle, 2 * a + 2, middle, toA);
    } else if (wholeB || (!wholeA && toA - fromA >= toB - fromB)) {
      int middle = (fromA + toA) >>> 1;
      search(pairs, 2 * a + 1, fromA, middle, b, fromB, toB);
      search(pairs, 2 * a + 2, middle, toA, b, fromB, toB);
    } else {
      search(pairs, b, fromB, toB, a, fromA, toA);
    }
  }

  private void compare(TriangleTree.NearPairs pairs, int fromA, int toA, int fromB, int toB) {
    for (int i = fromA; i < toA; i++) {
      for (int k = fromA == fromB ? i + 1 : fromB; k < toB; k++) {
        if (meet(facetBoxes, 6 * i, facetBoxes, 6 * k)) {
          pairs.pair(order[i], order[k]);
        }
      }
    }
  }

  private static boolean meet(float[] a, int i, float[] b, int k) {
    return a[i] <= b[k + 3]
        && b[k] <= a[i + 3]
        && a[i + 1] <= b[k + 4]
        && b[k + 1] <= a[i + 4]
        && a[i + 2] <= b[k + 5]
        && b[k + 2] <= a[i + 5];
  }
}

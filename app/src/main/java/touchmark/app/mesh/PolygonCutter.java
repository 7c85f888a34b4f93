package touchmark.app.mesh;

/// Cuts polygons into triangles, in their order of corners: a fan where a polygon is convex, ear by
/// ear where it is not [G. Meisters, Polygons have ears, 1975]. One object serves many polygons,
/// one after the other.
public final class PolygonCutter {
  /// Most corners of a polygon that is not convex; its work grows with their square.
  public static final int MOST_WITH_NOTCHES = 1024;

  /// So often each corner is looked at before a polygon counts as too tangled.
  private static final int LOOKS = 8;

  /// Takes a triangle by the numbers of its corners in the polygon.
  @FunctionalInterface
  public interface Triangles {
    void add(int a, int b, int c);
  }

  private double[] x = new double[8];
  private double[] y = new double[8];
  private int[] left = new int[8];

  /// Cuts one polygon.
  ///
  /// @param corners x, y, z of each corner in turn
  /// @param count at least 3 corners
  /// @return false for one with notches that has more than [#MOST_WITH_NOTCHES] corners, or is too
  ///   tangled; what was added is of no use then
  public boolean cut(double[] corners, int count, Triangles triangles) {
    if (count == 3) {
      triangles.add(0, 1, 2);
      return true;
    }
    flatten(corners, count);
    if (isConvex(count)) {
      for (int i = 2; i < count; i++) {
        triangles.add(0, i - 1, i);
      }
      return true;
    }
    if (count > MOST_WITH_NOTCHES) {
      return false;
    }
    return clip(count, triangles);
  }

  /// Looks along the polygon's normal [M. Newell] so that it runs counter-clockwise.
  private void flatten(double[] corners, int count) {
    double nx = 0;
    double ny = 0;
    double nz = 0;
    for (int i = 0; i < count; i++) {
      int a = 3 * i;
      int b = 3 * ((i + 1) % count);
      nx += (corners[a + 1] - corners[b + 1]) * (corners[a + 2] + corners[b + 2]);
      ny += (corners[a + 2] - corners[b + 2]) * (corners[a] + corners[b]);
      nz += (corners[a] - corners[b]) * (corners[a + 1] + corners[b + 1]);
    }
    double largest = Math.max(Math.abs(nx), Math.max(Math.abs(ny), Math.abs(nz)));
    int right = Math.abs(nx) == largest ? 1 : Math.abs(ny) == largest ? 2 : 0;
    double along = right == 1 ? nx : right == 2 ? ny : nz;
    int up = (right + 1) % 3;
    if (x.length < count) {
      x = new double[count + count / 2];
      y = new double[x.length];
      left = new int[x.length];
    }
    for (int i = 0; i < count; i++) {
      x[i] = corners[3 * i + right];
      y[i] = along < 0 ? -corners[3 * i + up] : corners[3 * i + up];
    }
  }

  private boolean isConvex(int count) {
    int turnsOfX = 0;
    for (int i = 0; i < count; i++) {
      int next = (i + 1) % count;
      int afterNext = (i + 2) % count;
      if (turn(i, next, afterNext) < 0) {
        return false;
      }
      if ((x[next] < x[i]) != (x[afterNext] < x[next])) {
        turnsOfX++;
      }
    }
    // a star turns left everywhere, too, but goes round more than once
    return turnsOfX <= 2;
  }

  private boolean clip(int count, Triangles triangles) {
    for (int i = 0; i < count; i++) {
      left[i] = i;
    }
    int corners = count;
    int at = 0;
    int passed = 0;
    for (int looks = 0; corners > 3; looks++) {
      if (looks > LOOKS * count) {
        return false;
      }
      int before = left[(at + corners - 1) % corners];
      int ear = left[at];
      int after = left[(at + 1) % corners];
      if (isEar(before, ear, after, corners)) {
        triangles.add(before, ear, after);
        System.arraycopy(left, at + 1, left, at, corners - at - 1);
        corners--;
        at = at == corners ? 0 : at;
        passed = 0;
      } else {
        at = (at + 1) % corners;
        passed++;
      }
      if (passed > corners) {
        break;
      }
    }
    // three are left, or more of a polygon that crosses itself: those have no ears
    for (int i = 2; i < corners; i++) {
      triangles.add(left[0], left[i - 1], left[i]);
    }
    return true;
  }

  private boolean isEar(int before, int ear, int after, int corners) {
    if (turn(before, ear, after) <= 0) {
      return false;
    }
    for (int i = 0; i < corners; i++) {
      int other = left[i];
      boolean inside =
          other != before
              && other != ear
              && other != after
              && turn(before, ear, other) >= 0
              && turn(ear, after, other) >= 0
              && turn(after, before, other) >= 0;
      if (inside && !sameAt(other, before) && !sameAt(other, after)) {
        return false;
      }
    }
    return true;
  }

  /// A corner that is passed twice, as where a hole is cut open, is in nobody's way.
  private boolean sameAt(int a, int b) {
    return x[a] == x[b] && y[a] == y[b];
  }

  /// Positive where the way from a by b to c turns left.
  private double turn(int a, int b, int c) {
    return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
  }
}

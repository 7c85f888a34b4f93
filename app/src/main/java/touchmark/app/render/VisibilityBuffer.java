package touchmark.app.render;

import java.util.Arrays;

/// For every pixel the nearest thing: its depth in the upper half of a long, its number in the
/// lower. The larger long wins, so the order and the thread of drawing do not matter.
final class VisibilityBuffer {
  /// No thing at this pixel.
  static final long NOTHING = Long.MIN_VALUE;

  private final int width;
  private final int height;
  private final long[] keys;

  VisibilityBuffer(int width, int height) {
    this.width = width;
    this.height = height;
    keys = new long[width * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Row by row. Not a copy.
  long[] keys() {
    return keys;
  }

  void clear() {
    Arrays.fill(keys, NOTHING);
  }

  /// Takes over what is nearer in another buffer of the same size, between two rows.
  void merge(VisibilityBuffer other, int fromRow, int toRow) {
    long[] theirs = other.keys;
    for (int i = fromRow * width; i < toRow * width; i++) {
      keys[i] = Math.max(keys[i], theirs[i]);
    }
  }

  static int id(long key) {
    return (int) key;
  }

  static float depth(long key) {
    return Float.intBitsToFloat(ordered((int) (key >> 32)));
  }

  /// Whether the first is at least as near as the second.
  static boolean atLeastAsNear(long key, long other) {
    return (int) (key >> 32) >= (int) (other >> 32);
  }

  private static long key(double depth, int id) {
    int bits = ordered(Float.floatToRawIntBits((float) depth));
    return ((long) bits << 32) | (id & 0xffffffffL);
  }

  /// Float bits in an order that integers have too; its own inverse.
  private static int ordered(int bits) {
    return bits ^ ((bits >> 31) & 0x7fffffff);
  }

  /// Draws a triangle in pixels. Covered are the pixels whose centres lie inside; of two triangles
  /// with a common edge exactly one covers a centre on it, because both compute the edge alike.
  void triangle(
      int id,
      double ax,
      double ay,
      double ad,
      double bx,
      double by,
      double bd,
      double cx,
      double cy,
      double cd) {
    int top = Math.max(0, firstCentre(Math.min(ay, Math.min(by, cy))));
    int bottom = Math.min(height, firstCentre(Math.max(ay, Math.max(by, cy))));
    if (top >= bottom
        || Math.max(0, firstCentre(Math.min(ax, Math.min(bx, cx))))
            >= Math.min(width, firstCentre(Math.max(ax, Math.max(bx, cx))))) {
      return;
    }
    double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area == 0) {
      return;
    }
    double alongX = ((bd - ad) * (cy - ay) - (cd - ad) * (by - ay)) / area;
    double alongY = ((cd - ad) * (bx - ax) - (bd - ad) * (cx - ax)) / area;
    // Slivers are ill-conditioned: never farther or nearer than the corners.
    double nearest = Math.max(ad, Math.max(bd, cd));
    double farthest = Math.min(ad, Math.min(bd, cd));
    for (int row = top; row < bottom; row++) {
      double y = row + 0.5;
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      if (ay <= y != by <= y) {
        double x = crossing(ax, ay, bx, by, y);
        left = x;
        right = x;
      }
      if (by <= y != cy <= y) {
        double x = crossing(bx, by, cx, cy, y);
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
      if (cy <= y != ay <= y) {
        double x = crossing(cx, cy, ax, ay, y);
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
      int from = Math.max(0, firstCentre(left));
      int to = Math.min(width, firstCentre(right));
      double depth = ad + (from + 0.5 - ax) * alongX + (y - ay) * alongY;
      int offset = row * width;
      for (int column = from; column < to; column++) {
        long key = key(Math.max(farthest, Math.min(nearest, depth)), id);
        if (key > keys[offset + column]) {
          keys[offset + column] = key;
        }
        depth += alongX;
      }
    }
  }

  /// Where an edge crosses a row, computed from its upper end whatever the direction given.
  private static double crossing(double ax, double ay, double bx, double by, double y) {
    return ay < by
        ? ax + (y - ay) * ((bx - ax) / (by - ay))
        : bx + (y - by) * ((ax - bx) / (ay - by));
  }

  /// The first pixel whose centre is not left of a coordinate.
  private static int firstCentre(double coordinate) {
    return (int) Math.ceil(Math.clamp(coordinate - 0.5, -1e9, 1e9));
  }
}

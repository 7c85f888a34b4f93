package touchmark.app.sample;

import java.util.ArrayList;
import java.util.List;

/// Cuts a polygon with holes into triangles that use its corners only, by joining each hole to the
/// outside with a bridge and clipping ears [D. Eberly, Triangulation by Ear Clipping, 2008]. So two
/// faces that share an edge always fit together.
final class Triangulation {
  private Triangulation() {}

  /// Three points for each triangle, counter-clockwise.
  ///
  /// @param outer counter-clockwise
  /// @param holes counter-clockwise too, apart from each other and inside the outer loop
  static List<Point> of(List<Point> outer, List<List<Point>> holes) {
    List<Point> loop = new ArrayList<>(outer);
    List<List<Point>> left = new ArrayList<>(holes);
    // the rightmost first, so that a bridge never crosses a hole that is still to be joined
    left.sort((a, b) -> Double.compare(rightmost(b).x(), rightmost(a).x()));
    for (List<Point> hole : left) {
      loop = joined(loop, hole);
    }
    return clip(loop);
  }

  private static Point rightmost(List<Point> loop) {
    Point best = loop.getFirst();
    for (Point point : loop) {
      best = point.x() > best.x() ? point : best;
    }
    return best;
  }

  /// The loop with a hole put in, there and back over the shortest free bridge from its rightmost
  /// corner.
  private static List<Point> joined(List<Point> loop, List<Point> hole) {
    Point from = rightmost(hole);
    int start = hole.indexOf(from);
    int best = -1;
    for (int i = 0; i < loop.size(); i++) {
      Point to = loop.get(i);
      boolean nearer = best < 0 || from.distanceTo(to) < from.distanceTo(loop.get(best));
      if (nearer && to.x() > from.x() && isInside(loop, i, from) && isFree(from, to, loop)) {
        best = i;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("a hole lies inside its outline");
    }
    List<Point> joined = new ArrayList<>(loop.subList(0, best + 1));
    // clockwise around the hole, back to its first corner
    for (int i = 0; i <= hole.size(); i++) {
      joined.add(hole.get(Math.floorMod(start - i, hole.size())));
    }
    joined.addAll(loop.subList(best, loop.size()));
    return joined;
  }

  /// Whether the direction to a point leaves a corner towards the inside.
  private static boolean isInside(List<Point> loop, int corner, Point to) {
    Point at = loop.get(corner);
    Point before = loop.get(Math.floorMod(corner - 1, loop.size()));
    Point after = loop.get((corner + 1) % loop.size());
    boolean leftOfBefore = Point.turn(before, at, to) > 0;
    boolean leftOfAfter = Point.turn(at, after, to) > 0;
    return Point.turn(before, at, after) >= 0
        ? leftOfBefore && leftOfAfter
        : leftOfBefore || leftOfAfter;
  }

  private static boolean isFree(Point from, Point to, List<Point> loop) {
    for (int i = 0; i < loop.size(); i++) {
      Point a = loop.get(i);
      Point b = loop.get((i + 1) % loop.size());
      boolean touches = a.equals(to) || b.equals(to);
      if (!touches && crosses(from, to, a, b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean crosses(Point a, Point b, Point c, Point d) {
    return Point.turn(a, b, c) * Point.turn(a, b, d) <= 0
        && Point.turn(c, d, a) * Point.turn(c, d, b) <= 0;
  }

  /// Takes the ear with the shortest cut each time, which keeps slivers rare.
  private static List<Point> clip(List<Point> loop) {
    List<Point> left = new ArrayList<>(loop);
    List<Point> triangles = new ArrayList<>();
    while (left.size() > 3) {
      int best = -1;
      double shortest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < left.size(); i++) {
        Point before = left.get(Math.floorMod(i - 1, left.size()));
        Point after = left.get((i + 1) % left.size());
        double cut = before.distanceTo(after);
        if (cut < shortest && isEar(left, before, left.get(i), after)) {
          shortest = cut;
          best = i;
        }
      }
      if (best < 0) {
        throw new IllegalArgumentException("an outline does not cross or touch itself");
      }
      triangles.add(left.get(Math.floorMod(best - 1, left.size())));
      triangles.add(left.get(best));
      triangles.add(left.get((best + 1) % left.size()));
      left.remove(best);
    }
    triangles.addAll(left);
    return triangles;
  }

  private static boolean isEar(List<Point> loop, Point a, Point b, Point c) {
    if (Point.turn(a, b, c) <= 1e-9) {
      return false;
    }
    for (Point point : loop) {
      boolean corner = point.equals(a) || point.equals(b) || point.equals(c);
      if (!corner
          && Point.turn(a, b, point) >= 0
          && Point.turn(b, c, point) >= 0
          && Point.turn(c, a, point) >= 0) {
        return false;
      }
    }
    return true;
  }
}

package touchmark.app.sample;

import java.util.ArrayList;
import java.util.List;

/// Moves loops inward, edge by edge, with mitred corners. Plain, and enough for the sample part: a
/// loop that vanishes is dropped, but a neck that closes is not cut in two.
final class Inset {
  /// Longest mitre, in multiples of the distance.
  private static final double LONGEST = 3;

  private Inset() {}

  /// The loops moved to their left.
  static List<List<Point>> of(List<List<Point>> loops, double distance) {
    List<List<Point>> inset = new ArrayList<>();
    for (List<Point> loop : loops) {
      List<Point> moved = moved(loop, distance);
      double before = Outline.area(loop);
      double after = Outline.area(moved);
      // an outline shrinks and a hole grows; one that turned over has vanished
      if (before * after > 0 && after < before) {
        inset.add(moved);
      }
    }
    return inset;
  }

  private static List<Point> moved(List<Point> loop, double distance) {
    List<Point> moved = new ArrayList<>();
    for (int i = 0; i < loop.size(); i++) {
      Point before = loop.get(Math.floorMod(i - 1, loop.size()));
      Point here = loop.get(i);
      Point after = loop.get((i + 1) % loop.size());
      Point in = leftOf(before, here);
      Point out = leftOf(here, after);
      double share = 1 + in.x() * out.x() + in.y() * out.y();
      double reach = share > 2 / (LONGEST * LONGEST) ? distance / share : 0;
      if (reach == 0) {
        moved.add(here.plus(in.x() * distance, in.y() * distance));
        moved.add(here.plus(out.x() * distance, out.y() * distance));
      } else {
        moved.add(here.plus((in.x() + out.x()) * reach, (in.y() + out.y()) * reach));
      }
    }
    return moved;
  }

  /// The unit vector to the left of an edge.
  private static Point leftOf(Point from, Point to) {
    double length = from.distanceTo(to);
    return new Point((from.y() - to.y()) / length, (to.x() - from.x()) / length);
  }
}

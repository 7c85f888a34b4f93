package touchmark.app.sample;

import java.util.ArrayList;
import java.util.List;

/// Closed polygons as lists of corners, the last not repeated; counter-clockwise unless said
/// otherwise.
final class Outline {
  private Outline() {}

  /// A regular polygon for a circle, first corner at the right.
  static List<Point> circle(double x, double y, double diameter, int segments) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      points.add(onCircle(x, y, diameter / 2, 2 * Math.PI * i / segments));
    }
    return points;
  }

  /// The corners of an arc, both ends included.
  static List<Point> arc(
      double x, double y, double radius, double fromAngle, double toAngle, int segments) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= segments; i++) {
      points.add(onCircle(x, y, radius, fromAngle + (toAngle - fromAngle) * i / segments));
    }
    return points;
  }

  /// StrictMath, so that every machine gets the same bytes.
  private static Point onCircle(double x, double y, double radius, double angle) {
    return new Point(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle));
  }

  /// As seen from the other side (x turned over), counter-clockwise again.
  static List<Point> mirrored(List<Point> loop) {
    List<Point> mirrored = new ArrayList<>();
    for (Point point : loop.reversed()) {
      mirrored.add(new Point(-point.x(), point.y()));
    }
    return mirrored;
  }

  /// Signed area, positive counter-clockwise.
  static double area(List<Point> loop) {
    double twice = 0;
    for (int i = 0; i < loop.size(); i++) {
      Point a = loop.get(i);
      Point b = loop.get((i + 1) % loop.size());
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return twice / 2;
  }
}

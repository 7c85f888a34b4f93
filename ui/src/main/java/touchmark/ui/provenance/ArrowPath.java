package touchmark.ui.provenance;

import java.util.ArrayList;
import java.util.List;

/// The way between two marks: straight along a lane, an arc over the marks between them, or a curve
/// down to another lane that leaves and arrives level.
///
/// @param points on the way, for labels to keep clear of
record ArrowPath(String line, String head, List<Point> points) {
  /// A place.
  record Point(double x, double y) {}

  private static final double CLEARANCE = 3;
  private static final double HEAD_LENGTH = 8;
  private static final double HEAD_HALF = 4;
  private static final double STEEPEST = 46;
  private static final int SAMPLES = 12;

  ArrowPath {
    points = List.copyOf(points);
  }

  /// Along one lane.
  static ArrowPath straight(
      double fromX, double toX, double y, double fromRadius, double toRadius) {
    Point start = new Point(fromX + fromRadius + 1, y);
    Point tip = new Point(toX - toRadius - 1, y);
    if (tip.x - start.x < HEAD_LENGTH) {
      return new ArrowPath("", "", List.of());
    }
    return curve(start, start, tip, tip);
  }

  /// Around what stands between, within one lane.
  ///
  /// @param bow how far the way leaves the lane beyond the marks, negative for upwards
  static ArrowPath arc(double fromX, double toX, double y, double radius, double bow) {
    double edge = y + Math.signum(bow) * (radius + CLEARANCE);
    Point start = new Point(fromX + radius / 2, edge);
    Point tip = new Point(toX - radius / 2, edge);
    double lean = (tip.x - start.x) / 4;
    return curve(
        start, new Point(start.x + lean, edge + bow), new Point(tip.x - lean, edge + bow), tip);
  }

  /// To another lane. The curve turns near its start, so that long ways run level.
  static ArrowPath toLane(double fromX, double fromY, double toX, double toY, double radius) {
    Point start = new Point(fromX + radius + CLEARANCE, fromY);
    Point tip = new Point(toX - radius - 1, toY);
    double lean = Math.min(STEEPEST, Math.max(6, (tip.x - start.x) * 0.6));
    return curve(start, new Point(start.x + lean, start.y), new Point(tip.x - lean, tip.y), tip);
  }

  private static ArrowPath curve(Point start, Point a, Point b, Point tip) {
    Point from = b.equals(tip) ? start : b;
    double length = Math.hypot(tip.x - from.x, tip.y - from.y);
    double ux = length == 0 ? 1 : (tip.x - from.x) / length;
    double uy = length == 0 ? 0 : (tip.y - from.y) / length;
    Point base = new Point(tip.x - ux * HEAD_LENGTH, tip.y - uy * HEAD_LENGTH);
    String line =
        "M" + at(start) + "C" + at(a) + " " + at(b.equals(tip) ? base : b) + " " + at(base);
    String head =
        "M"
            + at(tip)
            + "L"
            + PathData.point(base.x - uy * HEAD_HALF, base.y + ux * HEAD_HALF)
            + "L"
            + PathData.point(base.x + uy * HEAD_HALF, base.y - ux * HEAD_HALF)
            + "Z";
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= SAMPLES; i++) {
      points.add(between(start, a, b, tip, i / (double) SAMPLES));
    }
    return new ArrowPath(line, head, points);
  }

  private static Point between(Point p, Point a, Point b, Point q, double t) {
    double s = 1 - t;
    return new Point(
        s * s * s * p.x + 3 * s * s * t * a.x + 3 * s * t * t * b.x + t * t * t * q.x,
        s * s * s * p.y + 3 * s * s * t * a.y + 3 * s * t * t * b.y + t * t * t * q.y);
  }

  private static String at(Point point) {
    return PathData.point(point.x, point.y);
  }
}

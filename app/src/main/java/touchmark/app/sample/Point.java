package touchmark.app.sample;

/// A point in a plane, mm.
record Point(double x, double y) {
  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  double distanceTo(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }

  /// Twice the signed area of a triangle, positive when it turns left.
  static double turn(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  }
}

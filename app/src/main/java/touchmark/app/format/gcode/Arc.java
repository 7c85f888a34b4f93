package touchmark.app.format.gcode;

/// An arc in the plane of the bed (G2, G3) and how many chords stand for it.
///
/// @param sweep angle from start to end, radians, positive counter-clockwise
record Arc(double centreX, double centreY, double radius, double startAngle, double sweep) {
  /// Farthest that a chord may be from its arc, mm.
  private static final double TOLERANCE = 0.02;

  private static final int FEWEST = 4;
  private static final int MOST = 256;

  /// By the centre's offset from the start (I, J). The same end as start is a full circle.
  static Arc aroundCentre(
      double x, double y, double endX, double endY, double i, double j, boolean clockwise) {
    double centreX = x + i;
    double centreY = y + j;
    double start = Math.atan2(y - centreY, x - centreX);
    double end = Math.atan2(endY - centreY, endX - centreX);
    boolean circle = Math.abs(endX - x) < 1e-6 && Math.abs(endY - y) < 1e-6;
    return new Arc(centreX, centreY, Math.hypot(i, j), start, sweep(start, end, circle, clockwise));
  }

  /// By the radius (R); a negative one takes the long way [RS274/NGC 3.5.3.1].
  static Arc ofRadius(double x, double y, double endX, double endY, double r, boolean clockwise) {
    double chord = Math.hypot(endX - x, endY - y);
    double radius = Math.max(Math.abs(r), chord / 2);
    double height = Math.sqrt(Math.max(0, radius * radius - chord * chord / 4));
    double side = clockwise == r > 0 ? -1 : 1;
    double scale = chord == 0 ? 0 : side * height / chord;
    double i = (endX - x) / 2 - scale * (endY - y);
    double j = (endY - y) / 2 + scale * (endX - x);
    return aroundCentre(x, y, endX, endY, i, j, clockwise);
  }

  private static double sweep(double start, double end, boolean circle, boolean clockwise) {
    double turn = 2 * Math.PI;
    if (circle) {
      return clockwise ? -turn : turn;
    }
    double sweep = end - start;
    if (clockwise) {
      return sweep >= 0 ? sweep - turn : sweep;
    }
    return sweep <= 0 ? sweep + turn : sweep;
  }

  /// How many chords keep within the tolerance, within bounds.
  int chords() {
    if (radius <= TOLERANCE) {
      return FEWEST;
    }
    double angle = 2 * Math.acos(1 - TOLERANCE / radius);
    return (int) Math.clamp(Math.ceil(Math.abs(sweep) / angle), FEWEST, MOST);
  }

  double x(double part) {
    return centreX + radius * Math.cos(startAngle + sweep * part);
  }

  double y(double part) {
    return centreY + radius * Math.sin(startAngle + sweep * part);
  }
}

package touchmark.ui.provenance;

/// Which part of the story is in sight.
///
/// @param width of the plot, pixels
/// @param units the story's length
/// @param perUnit pixels for one unit
/// @param offset unit at the plot's left margin
record Zoom(double width, double units, double perUnit, double offset) {
  private static final double WIDEST_FIT = 150;
  private static final double CLOSEST = 480;

  Zoom {
    double least = fitting(width, units);
    perUnit = Math.clamp(perUnit, least, Math.max(least, CLOSEST));
    double inSight = (width - 2 * TimelineLayout.MARGIN) / perUnit;
    offset = Math.clamp(offset, 0, Math.max(0, units - inSight));
  }

  /// The whole story.
  static Zoom fit(double width, double units) {
    return new Zoom(width, units, 0, 0);
  }

  private static double fitting(double width, double units) {
    double room = Math.max(1, width - 2 * TimelineLayout.MARGIN);
    return units == 0 ? WIDEST_FIT : Math.min(WIDEST_FIT, room / units);
  }

  /// Where a unit is drawn.
  double x(double unit) {
    return TimelineLayout.MARGIN + (unit - offset) * perUnit;
  }

  /// Whether the whole story is in sight.
  boolean isFit() {
    return perUnit <= fitting(width, units) * 1.0001;
  }

  /// Nearer or further, the moment under `x` stays where it is.
  Zoom around(double x, double factor) {
    double unit = offset + (x - TimelineLayout.MARGIN) / perUnit;
    double next = Math.clamp(perUnit * factor, fitting(width, units), Math.max(CLOSEST, perUnit));
    return new Zoom(width, units, next, unit - (x - TimelineLayout.MARGIN) / next);
  }

  /// Moved along the time by pixels.
  Zoom panned(double pixels) {
    return new Zoom(width, units, perUnit, offset - pixels / perUnit);
  }

  /// Moved just so far that a unit is in sight.
  Zoom showing(double unit) {
    double x = x(unit);
    double edge = TimelineLayout.MARGIN;
    if (x < edge) {
      return panned(edge - x);
    }
    return x > width - edge ? panned(width - edge - x) : this;
  }

  /// The same part of the story in a plot of another width.
  Zoom resized(double newWidth) {
    return isFit() ? fit(newWidth, units) : new Zoom(newWidth, units, perUnit, offset);
  }
}

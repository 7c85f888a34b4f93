package touchmark.app.render;

/// The background and the plate with its grid and shadow, pixel by pixel. The eye's right is level,
/// so one row of the picture meets the plate at one distance and x and y run evenly along it.
final class Ground {
  /// Width of grid lines, pixels of the finished picture.
  private static final double LINE = 1;

  /// Lines closer than so many pixels fade out.
  private static final double CROWDED = 5;

  /// How much of the plate shows when one looks at it from below.
  private static final double FROM_BELOW = 0.3;

  private final Bed bed;
  private final Shadow shadow;
  private final Palette palette;
  private final Projector projector;
  private final double lineWidth;
  private final boolean above;

  // Of the current row.
  private boolean met;
  private double ahead;
  private double firstX;
  private double firstY;
  private double stepX;
  private double stepY;
  private double risePerColumn;
  private double riseX;
  private double riseY;

  /// @param samples of the rasterizer for a pixel of the finished picture, along one side
  Ground(Bed bed, Shadow shadow, Palette palette, Projector projector, int samples) {
    this.bed = bed;
    this.shadow = shadow;
    this.palette = palette;
    this.projector = projector;
    lineWidth = LINE * samples;
    above = projector.perspective() ? projector.eye().z() > bed.z() : projector.forward().z() < 0;
  }

  /// Whether the eye is above the plate.
  boolean above() {
    return above;
  }

  /// Goes to a row of the picture.
  void row(int row) {
    Vector eye = projector.eye();
    Vector right = projector.right();
    Vector up = projector.up();
    Vector forward = projector.forward();
    double rise = projector.centreY() - row - 0.5;
    if (projector.perspective()) {
      double focal = projector.scale() * projector.distance();
      double fall = forward.z() + up.z() * rise / focal;
      ahead = (bed.z() - eye.z()) / fall;
      met = fall != 0 && ahead > projector.near() && ahead < 1e4 * projector.distance();
      double unit = ahead / focal;
      double baseX = forward.x() + up.x() * rise / focal;
      double baseY = forward.y() + up.y() * rise / focal;
      stepX = right.x() * unit;
      stepY = right.y() * unit;
      firstX = eye.x() + ahead * baseX - stepX * (projector.centreX() - 0.5);
      firstY = eye.y() + ahead * baseY - stepY * (projector.centreX() - 0.5);
      // One row up changes the distance too.
      double farther = -ahead * up.z() / (focal * fall);
      riseX = farther * (baseX - right.x() * (projector.centreX() - 0.5) / focal) + up.x() * unit;
      riseY = farther * (baseY - right.y() * (projector.centreX() - 0.5) / focal) + up.y() * unit;
      risePerColumn = farther / focal;
    } else {
      double unit = 1 / projector.scale();
      double fall = forward.z();
      double above = rise * unit;
      ahead = (bed.z() - eye.z() - up.z() * above) / fall;
      met = Math.abs(fall) > 1e-6;
      stepX = right.x() * unit;
      stepY = right.y() * unit;
      firstX = eye.x() + up.x() * above + forward.x() * ahead - stepX * (projector.centreX() - 0.5);
      firstY = eye.y() + up.y() * above + forward.y() * ahead - stepY * (projector.centreX() - 0.5);
      double farther = -up.z() * unit / fall;
      riseX = up.x() * unit + forward.x() * farther;
      riseY = up.y() * unit + forward.y() * farther;
      risePerColumn = 0;
    }
  }

  /// Depth of the plate in the current row; smaller than any when the row does not meet it.
  double depth() {
    return met ? projector.depth(ahead) : Double.NEGATIVE_INFINITY;
  }

  /// What is seen at a column of the current row over `behind`, which the plate covers.
  int over(int behind, int column) {
    if (!met) {
      return behind;
    }
    double x = firstX + stepX * column;
    double y = firstY + stepY * column;
    if (x < bed.minX() || x > bed.maxX() || y < bed.minY() || y > bed.maxY()) {
      return behind;
    }
    Vector right = projector.right();
    double acrossX = riseX + right.x() * risePerColumn * column;
    double acrossY = riseY + right.y() * risePerColumn * column;
    double footX = Math.hypot(stepX, acrossX);
    double footY = Math.hypot(stepY, acrossY);
    double fine =
        Math.max(line(x - bed.minX(), bed.step(), footX), line(y - bed.minY(), bed.step(), footY));
    double wide = 5 * bed.step();
    double strong = Math.max(line(x - bed.minX(), wide, footX), line(y - bed.minY(), wide, footY));
    double rim =
        Math.max(
            stroke(Math.min(x - bed.minX(), bed.maxX() - x), footX),
            stroke(Math.min(y - bed.minY(), bed.maxY() - y), footY));
    int colour = palette.plate();
    colour = Colour.mix(colour, palette.fine(), fine);
    colour = Colour.mix(colour, palette.strong(), Math.max(strong, rim));
    colour = Colour.mix(colour, palette.shadow(), shadow.at(x, y));
    return above ? colour : Colour.mix(behind, colour, FROM_BELOW);
  }

  // How much of a line lies under a pixel whose foot has this length.
  private double line(double place, double step, double foot) {
    double apart = step / foot;
    if (apart < CROWDED / 2 * lineWidth) {
      return 0;
    }
    double off = place - Math.rint(place / step) * step;
    double fading = Math.min(1, apart / (CROWDED * lineWidth) - 0.5);
    return fading * stroke(Math.abs(off), foot);
  }

  private double stroke(double off, double foot) {
    return Math.clamp(lineWidth / 2 + 0.5 - off / foot, 0, 1);
  }
}

package touchmark.app.render;

import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;

/// The printer's plate with its grid, in the unit of what stands on it.
///
/// @param z height of the plate
/// @param step between fine grid lines; every fifth line is strong
public record Bed(double minX, double minY, double maxX, double maxY, double z, double step) {
  private static final double USUAL_SIDE = 220;
  private static final double USUAL_STEP = 10;
  private static final double MOST_STEPS = 60;

  /// As a part of the distance from the origin.
  private static final double LEAST_SIDE = 1e-12;

  public Bed {
    if (!(minX < maxX && minY < maxY && step > 0)) {
      throw new IllegalArgumentException("a bed has a size and a grid");
    }
  }

  /// A plate of 220 x 220 mm, or as much larger as the part needs, centred under a model.
  public static Bed under(Box part, LengthUnit unit) {
    double millimetre = 1 / unit.millimetres();
    double step = USUAL_STEP * millimetre;
    double side = USUAL_SIDE * millimetre;
    double needed = 1.2 * Math.max(part.sizeX(), part.sizeY());
    while (needed > side) {
      if (side / step >= MOST_STEPS) {
        step *= 10;
      }
      side = Math.max(side + step, Math.ceil(needed / (10 * step)) * 10 * step);
    }
    // a part far from the origin: a smaller plate would have no size in doubles
    double far = Math.max(Math.abs(part.centreX()), Math.abs(part.centreY()));
    side = Math.max(side, far * LEAST_SIDE);
    while (side / step > MOST_STEPS) {
      step *= 10;
    }
    return new Bed(
        part.centreX() - side / 2,
        part.centreY() - side / 2,
        part.centreX() + side / 2,
        part.centreY() + side / 2,
        part.minZ(),
        step);
  }

  /// A plate for a toolpath, millimetres: from the origin where the moves allow it, else centred
  /// under them.
  public static Bed underMoves(Box extruded) {
    boolean fits =
        extruded.minX() >= 0
            && extruded.minY() >= 0
            && extruded.maxX() <= USUAL_SIDE
            && extruded.maxY() <= USUAL_SIDE;
    if (fits) {
      return new Bed(0, 0, USUAL_SIDE, USUAL_SIDE, 0, USUAL_STEP);
    }
    Bed centred = under(extruded, LengthUnit.MILLIMETRE);
    return new Bed(
        centred.minX(), centred.minY(), centred.maxX(), centred.maxY(), 0, centred.step());
  }

  public double width() {
    return maxX - minX;
  }

  public double depth() {
    return maxY - minY;
  }
}

package touchmark.app.vault;

import java.util.Arrays;
import touchmark.app.inspect.MeshFacts;

/// The outer form of a model, to recognise the same shape under other bytes without reading them
/// again: enclosed volume and the sizes of its box, in millimetres.
public record Shape(double volume, double sizeX, double sizeY, double sizeZ) {
  private static final double SIZE_TOLERANCE = 1e-4;
  private static final double VOLUME_TOLERANCE = 1e-3;

  /// Of an inspected mesh; empty for one without facets.
  public static java.util.Optional<Shape> of(MeshFacts facts) {
    double scale = facts.unit().millimetres();
    return facts
        .bounds()
        .map(
            box ->
                new Shape(
                    facts.volume() * scale * scale * scale,
                    box.sizeX() * scale,
                    box.sizeY() * scale,
                    box.sizeZ() * scale));
  }

  /// Whether the boxes agree, in any orientation along the axes.
  public boolean sameSize(Shape other) {
    double[] mine = sorted();
    double[] theirs = other.sorted();
    for (int i = 0; i < mine.length; i++) {
      if (!near(mine[i], theirs[i], SIZE_TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  /// Whether boxes and volumes agree.
  public boolean sameAs(Shape other) {
    return sameSize(other) && near(volume, other.volume, VOLUME_TOLERANCE);
  }

  /// The sizes of the box, smallest first.
  public double[] sorted() {
    double[] sizes = {sizeX, sizeY, sizeZ};
    Arrays.sort(sizes);
    return sizes;
  }

  private static boolean near(double a, double b, double tolerance) {
    return Math.abs(a - b) <= tolerance * Math.max(1e-3, Math.max(Math.abs(a), Math.abs(b)));
  }
}

package touchmark.app.vault;

import java.util.Arrays;
import java.util.Optional;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.ToolpathFacts;
import touchmark.app.mesh.Box;

/// The form of a model or of a sliced file, to recognise it under other bytes without reading the
/// registered ones again.
///
/// @param volume of a model, mm³; of a sliced file the length of filament that it pushes, mm
/// @param sizeX of the box around it, mm
public record Shape(double volume, double sizeX, double sizeY, double sizeZ) {
  private static final double SIZE_TOLERANCE = 1e-4;
  private static final double VOLUME_TOLERANCE = 1e-3;

  /// Of an inspected file; empty for one that no reader understands or that is empty.
  public static Optional<Shape> of(Inspection inspection) {
    return inspection.mesh().flatMap(Shape::of).or(() -> inspection.toolpath().flatMap(Shape::of));
  }

  private static Optional<Shape> of(MeshFacts facts) {
    double scale = facts.unit().millimetres();
    return facts.bounds().map(box -> of(box, scale, facts.volume() * scale * scale * scale));
  }

  private static Optional<Shape> of(ToolpathFacts facts) {
    return facts.bounds().map(box -> of(box, 1, facts.extrusion()));
  }

  private static Shape of(Box box, double scale, double volume) {
    return new Shape(volume, box.sizeX() * scale, box.sizeY() * scale, box.sizeZ() * scale);
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

package touchmark.app.slices;

import java.util.List;
import java.util.Optional;
import touchmark.app.mesh.Box;

/// One layer: lines, or a picture, or nothing.
///
/// @param top height of its upper side, mm
/// @param thickness mm; 0 when the file does not say
/// @param lines in the order in which they are exposed
/// @param picture of what is exposed at once
public record Slice(
    double top, double thickness, List<SliceLine> lines, Optional<LayerPicture> picture) {
  public Slice {
    lines = List.copyOf(lines);
  }

  /// A layer of lines.
  public Slice(double top, double thickness, List<SliceLine> lines) {
    this(top, thickness, lines, Optional.empty());
  }

  /// Whether nothing is exposed.
  public boolean isEmpty() {
    return bounds().isEmpty();
  }

  /// Box around what is exposed, flat at the top; empty when nothing is.
  public Optional<Box> bounds() {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (SliceLine line : lines) {
      float[] points = line.points();
      for (int i = 0; i < points.length; i += 2) {
        minX = Math.min(minX, points[i]);
        maxX = Math.max(maxX, points[i]);
        minY = Math.min(minY, points[i + 1]);
        maxY = Math.max(maxY, points[i + 1]);
      }
    }
    Optional<Box> around =
        minX > maxX ? Optional.empty() : Optional.of(new Box(minX, minY, top, maxX, maxY, top));
    Optional<Box> shown =
        picture
            .flatMap(LayerPicture::exposed)
            .map(box -> new Box(box.minX(), box.minY(), top, box.maxX(), box.maxY(), top));
    return around.isPresent() ? around : shown;
  }
}

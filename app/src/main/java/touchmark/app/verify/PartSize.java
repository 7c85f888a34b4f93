package touchmark.app.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;
import touchmark.app.vault.Shape;

/// How large the part is that a toolpath makes, in millimetres: skirt and support left out.
///
/// @param sizeX along x
/// @param sizeY along y
/// @param sizeZ height
record PartSize(double sizeX, double sizeY, double sizeZ) {
  /// Lines stay half a width inside the outline; layers and first layers round the height.
  private static final double TOLERANCE_MM = 1.0;

  private static final double TOLERANCE_SHARE = 0.02;

  static Optional<PartSize> of(Toolpath path) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int move = 0; move < path.moves(); move++) {
      if (!makesPart(path, move)) {
        continue;
      }
      int start = Math.max(0, move - 1);
      minX = Math.min(minX, Math.min(path.x(start), path.x(move)));
      maxX = Math.max(maxX, Math.max(path.x(start), path.x(move)));
      minY = Math.min(minY, Math.min(path.y(start), path.y(move)));
      maxY = Math.max(maxY, Math.max(path.y(start), path.y(move)));
      top = Math.max(top, path.z(move));
    }
    return minX <= maxX
        ? Optional.of(new PartSize(maxX - minX, maxY - minY, Math.max(0, top)))
        : Optional.empty();
  }

  /// Whether a model of this shape, turned in any way along the axes, is what is made.
  boolean agreesWith(Shape model) {
    double[] mine = {sizeX, sizeY, sizeZ};
    Arrays.sort(mine);
    double[] theirs = model.sorted();
    for (int i = 0; i < mine.length; i++) {
      if (Math.abs(mine[i] - theirs[i]) > TOLERANCE_MM + TOLERANCE_SHARE * theirs[i]) {
        return false;
      }
    }
    return true;
  }

  /// `120.0 x 80.0 x 42.0 mm`.
  String words() {
    return words(sizeX, sizeY, sizeZ);
  }

  static String words(Shape shape) {
    return words(shape.sizeX(), shape.sizeY(), shape.sizeZ());
  }

  private static String words(double x, double y, double z) {
    return String.format(Locale.ROOT, "%.1f x %.1f x %.1f mm", x, y, z);
  }

  private static boolean makesPart(Toolpath path, int move) {
    Feature feature = path.feature(move);
    return path.extruded(move) > 0
        && feature != Feature.TRAVEL
        && feature != Feature.SKIRT
        && feature != Feature.SUPPORT;
  }
}

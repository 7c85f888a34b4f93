package touchmark.app.difference;

import touchmark.app.mesh.Box;

/// How boxes of two files compare.
final class Boxes {
  private Boxes() {}

  /// A box in another unit.
  static Box scaled(Box box, double scale) {
    return new Box(
        box.minX() * scale,
        box.minY() * scale,
        box.minZ() * scale,
        box.maxX() * scale,
        box.maxY() * scale,
        box.maxZ() * scale);
  }

  /// The largest difference of two corners along an axis.
  static double distance(Box a, Box b) {
    double low =
        Math.max(
            Math.abs(a.minX() - b.minX()),
            Math.max(Math.abs(a.minY() - b.minY()), Math.abs(a.minZ() - b.minZ())));
    double high =
        Math.max(
            Math.abs(a.maxX() - b.maxX()),
            Math.max(Math.abs(a.maxY() - b.maxY()), Math.abs(a.maxZ() - b.maxZ())));
    return Math.max(low, high);
  }

  /// Whether the sizes differ by no more than this along any axis.
  static boolean sameSize(Box a, Box b, double tolerance) {
    return Math.abs(a.sizeX() - b.sizeX()) <= tolerance
        && Math.abs(a.sizeY() - b.sizeY()) <= tolerance
        && Math.abs(a.sizeZ() - b.sizeZ()) <= tolerance;
  }
}

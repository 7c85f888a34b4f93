package touchmark.app.mesh;

/// A half-line. Its direction need not have length 1.
public record Ray(double x, double y, double z, double dx, double dy, double dz) {
  public Ray {
    if (dx == 0 && dy == 0 && dz == 0) {
      throw new IllegalArgumentException("a ray has a direction");
    }
  }

  /// Whether it meets a box given as minX, minY, minZ, maxX, maxY, maxZ from an index on.
  boolean meets(float[] boxes, int at) {
    double near = 0;
    double far = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      double origin = axis == 0 ? x : axis == 1 ? y : z;
      double direction = axis == 0 ? dx : axis == 1 ? dy : dz;
      double low = boxes[at + axis] - origin;
      double high = boxes[at + 3 + axis] - origin;
      if (direction == 0) {
        if (low > 0 || high < 0) {
          return false;
        }
      } else {
        double one = low / direction;
        double other = high / direction;
        near = Math.max(near, Math.min(one, other));
        far = Math.min(far, Math.max(one, other));
      }
    }
    // A hair of room for rounding.
    return near <= far + 1e-12 * Math.abs(far);
  }
}

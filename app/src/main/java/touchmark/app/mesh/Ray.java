package touchmark.app.mesh;

/// A half-line. Its direction need not have length 1.
public record Ray(double x, double y, double z, double dx, double dy, double dz) {
  public Ray {
    if (dx == 0 && dy == 0 && dz == 0) {
      throw new IllegalArgumentException("a ray has a direction");
    }
  }

  /// Whether it meets a box given as minX, minY, minZ, maxX, maxY, maxZ from an index on.
  ///
  /// @param within how far it reaches, in lengths of its direction
  boolean meets(float[] boxes, int at, double within) {
    double near = 0;
    double far = within;
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

  /// Shows where it crosses a facet, if it does [Moeller and Trumbore 1997].
  void cross(Mesh mesh, int facet, RayTarget.Crossing crossing) {
    float[] p = mesh.positions();
    int a = 3 * mesh.triangles()[3 * facet];
    int b = 3 * mesh.triangles()[3 * facet + 1];
    int c = 3 * mesh.triangles()[3 * facet + 2];
    double ux = (double) p[b] - p[a];
    double uy = (double) p[b + 1] - p[a + 1];
    double uz = (double) p[b + 2] - p[a + 2];
    double vx = (double) p[c] - p[a];
    double vy = (double) p[c + 1] - p[a + 1];
    double vz = (double) p[c + 2] - p[a + 2];
    double hx = dy * vz - dz * vy;
    double hy = dz * vx - dx * vz;
    double hz = dx * vy - dy * vx;
    double determinant = ux * hx + uy * hy + uz * hz;
    if (determinant == 0) {
      return;
    }
    double sx = x - p[a];
    double sy = y - p[a + 1];
    double sz = z - p[a + 2];
    double u = (sx * hx + sy * hy + sz * hz) / determinant;
    if (u < 0 || u > 1) {
      return;
    }
    double qx = sy * uz - sz * uy;
    double qy = sz * ux - sx * uz;
    double qz = sx * uy - sy * ux;
    double v = (dx * qx + dy * qy + dz * qz) / determinant;
    if (v < 0 || u + v > 1) {
      return;
    }
    double distance = (vx * qx + vy * qy + vz * qz) / determinant;
    if (distance > 0) {
      // The determinant is minus the direction times the normal.
      crossing.at(facet, distance, determinant < 0);
    }
  }
}

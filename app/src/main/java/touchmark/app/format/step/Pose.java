package touchmark.app.format.step;

/// A rigid placement: columns are the axes, then the origin, mm.
final class Pose {
  static final Pose IDENTITY =
      new Pose(
          new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[3]);

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] origin;

  private Pose(double[] x, double[] y, double[] z, double[] origin) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.origin = origin;
  }

  /// The placement of an AXIS2_PLACEMENT_3D [ISO 10303-42 4.4.16]: Z along the axis, X as near to
  /// the reference direction as it can be. Directions without length, or along each other, give way
  /// to the axes of the space.
  static Pose of(double[] origin, double[] axis, double[] reference) {
    double[] z = unit(axis, new double[] {0, 0, 1});
    double[] straight = across(reference, z);
    double[] other = Math.abs(z[0]) < 0.9 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
    double[] x = unit(straight, unit(across(other, z), other));
    return new Pose(x, cross(z, x), z, origin.clone());
  }

  /// This one, seen from the other's space.
  Pose in(Pose outer) {
    return new Pose(
        outer.turned(x), outer.turned(y), outer.turned(z), sum(outer.turned(origin), outer.origin));
  }

  /// The way back.
  Pose inverse() {
    double[] backX = {x[0], y[0], z[0]};
    double[] backY = {x[1], y[1], z[1]};
    double[] backZ = {x[2], y[2], z[2]};
    double[] back = {-dot(x, origin), -dot(y, origin), -dot(z, origin)};
    return new Pose(backX, backY, backZ, back);
  }

  /// Moves a point.
  double[] apply(double[] point) {
    return sum(turned(point), origin);
  }

  private double[] turned(double[] v) {
    double[] turned = new double[3];
    for (int i = 0; i < 3; i++) {
      turned[i] = x[i] * v[0] + y[i] * v[1] + z[i] * v[2];
    }
    return turned;
  }

  private static double[] across(double[] v, double[] axis) {
    double along = dot(v, axis);
    return new double[] {v[0] - along * axis[0], v[1] - along * axis[1], v[2] - along * axis[2]};
  }

  private static double[] unit(double[] v, double[] otherwise) {
    double length = Math.sqrt(dot(v, v));
    return length > 1e-12 && Double.isFinite(length)
        ? new double[] {v[0] / length, v[1] / length, v[2] / length}
        : otherwise;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] sum(double[] a, double[] b) {
    return new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
  }
}

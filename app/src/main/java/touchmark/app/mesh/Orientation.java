package touchmark.app.mesh;

/// On which side of a plane a point lies.
///
/// The sign is certain wherever it is not zero [Shewchuk 1997, orient3d, stage A]. Zero also stands
/// for a point so near the plane that double precision cannot tell; that is a hundred-millionth of
/// the rounding step of the coordinates, which are floats, and counts as lying in it.
final class Orientation {
  private static final double ROUNDING = 0x1p-53;
  private static final double BOUND = (7 + 56 * ROUNDING) * ROUNDING;

  private Orientation() {}

  /// The side of the plane through `a`, `b` and `c` that `d` lies on; each is the place of its x in
  /// the positions.
  ///
  /// @return 1 where a, b, c run clockwise seen from d, -1 on the other side, 0 in the plane
  static int of(float[] p, int a, int b, int c, int d) {
    double ax = (double) p[a] - p[d];
    double ay = (double) p[a + 1] - p[d + 1];
    double az = (double) p[a + 2] - p[d + 2];
    double bx = (double) p[b] - p[d];
    double by = (double) p[b + 1] - p[d + 1];
    double bz = (double) p[b + 2] - p[d + 2];
    double cx = (double) p[c] - p[d];
    double cy = (double) p[c + 1] - p[d + 1];
    double cz = (double) p[c + 2] - p[d + 2];
    double bxcy = bx * cy;
    double cxby = cx * by;
    double cxay = cx * ay;
    double axcy = ax * cy;
    double axby = ax * by;
    double bxay = bx * ay;
    double determinant = az * (bxcy - cxby) + bz * (cxay - axcy) + cz * (axby - bxay);
    double size =
        (Math.abs(bxcy) + Math.abs(cxby)) * Math.abs(az)
            + (Math.abs(cxay) + Math.abs(axcy)) * Math.abs(bz)
            + (Math.abs(axby) + Math.abs(bxay)) * Math.abs(cz);
    double doubt = BOUND * size;
    if (determinant > doubt) {
      return 1;
    }
    return determinant < -doubt ? -1 : 0;
  }
}

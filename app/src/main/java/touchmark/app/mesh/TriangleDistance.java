package touchmark.app.mesh;

/// Distances between triangles given by nine numbers, x, y, z of each corner in turn.
final class TriangleDistance {
  private TriangleDistance() {}

  /// The least distance between two triangles that do not intersect, squared. It is reached between
  /// two edges or between a corner of one and the other. Intersecting triangles count as far apart
  /// as their nearest edges.
  static double squared(double[] a, double[] b) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      best = Math.min(best, pointSquared(b, a[3 * i], a[3 * i + 1], a[3 * i + 2]));
      best = Math.min(best, pointSquared(a, b[3 * i], b[3 * i + 1], b[3 * i + 2]));
      for (int k = 0; k < 3; k++) {
        best = Math.min(best, segments(a, 3 * i, 3 * ((i + 1) % 3), b, 3 * k, 3 * ((k + 1) % 3)));
      }
    }
    return best;
  }

  /// The least distance from a point to a triangle, squared [Ericson, Real-Time Collision
  /// Detection, 5.1.5].
  static double pointSquared(double[] t, double x, double y, double z) {
    double abx = t[3] - t[0];
    double aby = t[4] - t[1];
    double abz = t[5] - t[2];
    double acx = t[6] - t[0];
    double acy = t[7] - t[1];
    double acz = t[8] - t[2];
    double apx = x - t[0];
    double apy = y - t[1];
    double apz = z - t[2];
    double d1 = abx * apx + aby * apy + abz * apz;
    double d2 = acx * apx + acy * apy + acz * apz;
    if (d1 <= 0 && d2 <= 0) {
      return square(apx, apy, apz);
    }
    double bpx = x - t[3];
    double bpy = y - t[4];
    double bpz = z - t[5];
    double d3 = abx * bpx + aby * bpy + abz * bpz;
    double d4 = acx * bpx + acy * bpy + acz * bpz;
    if (d3 >= 0 && d4 <= d3) {
      return square(bpx, bpy, bpz);
    }
    double vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) {
      double v = d1 == d3 ? 0 : d1 / (d1 - d3);
      return square(apx - v * abx, apy - v * aby, apz - v * abz);
    }
    double cpx = x - t[6];
    double cpy = y - t[7];
    double cpz = z - t[8];
    double d5 = abx * cpx + aby * cpy + abz * cpz;
    double d6 = acx * cpx + acy * cpy + acz * cpz;
    if (d6 >= 0 && d5 <= d6) {
      return square(cpx, cpy, cpz);
    }
    double vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) {
      double w = d2 == d6 ? 0 : d2 / (d2 - d6);
      return square(apx - w * acx, apy - w * acy, apz - w * acz);
    }
    double va = d3 * d6 - d5 * d4;
    double onBc = d4 - d3;
    double onCb = d5 - d6;
    if (va <= 0 && onBc >= 0 && onCb >= 0) {
      double w = onBc + onCb == 0 ? 0 : onBc / (onBc + onCb);
      return square(bpx - w * (t[6] - t[3]), bpy - w * (t[7] - t[4]), bpz - w * (t[8] - t[5]));
    }
    double whole = va + vb + vc;
    double v = vb / whole;
    double w = vc / whole;
    return square(apx - v * abx - w * acx, apy - v * aby - w * acy, apz - v * abz - w * acz);
  }

  /// The least distance between two line segments, squared [Ericson, 5.1.9].
  private static double segments(double[] a, int a0, int a1, double[] b, int b0, int b1) {
    double ux = a[a1] - a[a0];
    double uy = a[a1 + 1] - a[a0 + 1];
    double uz = a[a1 + 2] - a[a0 + 2];
    double vx = b[b1] - b[b0];
    double vy = b[b1 + 1] - b[b0 + 1];
    double vz = b[b1 + 2] - b[b0 + 2];
    double rx = a[a0] - b[b0];
    double ry = a[a0 + 1] - b[b0 + 1];
    double rz = a[a0 + 2] - b[b0 + 2];
    double uu = square(ux, uy, uz);
    double vv = square(vx, vy, vz);
    double uv = ux * vx + uy * vy + uz * vz;
    double ur = ux * rx + uy * ry + uz * rz;
    double vr = vx * rx + vy * ry + vz * rz;
    double denominator = uu * vv - uv * uv;
    double s = denominator > 0 ? Math.clamp((uv * vr - ur * vv) / denominator, 0, 1) : 0;
    double t = vv > 0 ? (uv * s + vr) / vv : 0;
    if (t < 0 || t > 1) {
      t = Math.clamp(t, 0, 1);
      s = uu > 0 ? Math.clamp((uv * t - ur) / uu, 0, 1) : 0;
    }
    return square(rx + s * ux - t * vx, ry + s * uy - t * vy, rz + s * uz - t * vz);
  }

  private static double square(double x, double y, double z) {
    return x * x + y * y + z * z;
  }
}

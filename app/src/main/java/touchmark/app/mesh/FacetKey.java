package touchmark.app.mesh;

/// Reduces a facet to 64 bits: the same for the same three places in the same direction, whatever
/// the corner it begins with.
final class FacetKey {
  private FacetKey() {}

  /// @param seed what the bits are mixed with
  static long of(Mesh mesh, int facet, long seed) {
    long a = corner(mesh, 3 * facet, seed);
    long b = corner(mesh, 3 * facet + 1, seed);
    long c = corner(mesh, 3 * facet + 2, seed);
    // from the smallest corner on, so that the direction counts and the beginning does not
    if (a <= b && a <= c) {
      return mix(mix(mix(a) + b) + c);
    }
    return b <= c ? mix(mix(mix(b) + c) + a) : mix(mix(mix(c) + a) + b);
  }

  private static long corner(Mesh mesh, int corner, long seed) {
    int at = 3 * mesh.triangles()[corner];
    float[] p = mesh.positions();
    return mix(mix(mix(seed + bits(p[at])) + bits(p[at + 1])) + bits(p[at + 2]));
  }

  /// Zero has one form only.
  private static int bits(float value) {
    return Float.floatToIntBits(value + 0f);
  }

  /// The finalizer of SplitMix64.
  private static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

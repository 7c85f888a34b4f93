package touchmark.app.mesh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import touchmark.ledger.model.Digest;

/// A digest of the facets of a mesh, the same whatever their order, whatever the corner that each
/// begins with and however the file writes them. It is a hint that two files may show one shape. It
/// never proves anything: facets are reduced to 64 bits, which can be made to collide on purpose,
/// and the identity of a file is its [touchmark.ledger.model.Fingerprint] alone.
public final class ShapeFingerprint {
  private static final int LONGS_AT_ONCE = 8192;

  private ShapeFingerprint() {}

  /// The digest of a mesh in its own unit.
  public static Digest of(Mesh mesh) {
    long[] facets = new long[mesh.triangleCount()];
    Arrays.parallelSetAll(facets, facet -> facet(mesh, facet));
    Arrays.parallelSort(facets);
    MessageDigest digest = sha256();
    digest.update(mesh.unit().name().getBytes(StandardCharsets.US_ASCII));
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * LONGS_AT_ONCE);
    for (int from = 0; from < facets.length; from += LONGS_AT_ONCE) {
      int count = Math.min(LONGS_AT_ONCE, facets.length - from);
      buffer.clear().asLongBuffer().put(facets, from, count);
      digest.update(buffer.limit(Long.BYTES * count));
    }
    return Digest.of(digest.digest());
  }

  /// Hashes the corners in turn from the smallest on, so that the direction counts and the
  /// beginning does not.
  private static long facet(Mesh mesh, int facet) {
    long a = corner(mesh, 3 * facet);
    long b = corner(mesh, 3 * facet + 1);
    long c = corner(mesh, 3 * facet + 2);
    if (a <= b && a <= c) {
      return mix(mix(mix(a) + b) + c);
    }
    return b <= c ? mix(mix(mix(b) + c) + a) : mix(mix(mix(c) + a) + b);
  }

  private static long corner(Mesh mesh, int corner) {
    int at = 3 * mesh.triangles()[corner];
    float[] p = mesh.positions();
    return mix(mix(mix(bits(p[at])) + bits(p[at + 1])) + bits(p[at + 2]));
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

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
    Arrays.parallelSetAll(facets, facet -> FacetKey.of(mesh, facet, 0));
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package touchmark.ledger.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Digest;

/// SHA-256 [FIPS 180-4] by the JDK, which is several times faster than Bouncy Castle's.
public final class Hashing {
  private static final MessageDigest SHA256 = sha256();

  private Hashing() {}

  /// The hash of the parts, one after the other.
  public static Digest sha256(byte[]... parts) {
    MessageDigest sha256 = newSha256();
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return Digest.of(sha256.digest());
  }

  /// The hash of a domain's tag and the parts.
  public static Digest sha256(Domain domain, byte[]... parts) {
    MessageDigest sha256 = newSha256();
    sha256.update(domain.tag());
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return Digest.of(sha256.digest());
  }

  /// The name of a certificate: the hash of its DER bytes, without a tag, as other tools print it.
  public static CertificateHash certificate(Bytes der) {
    return new CertificateHash(sha256(der.toArray()));
  }

  /// A digest to feed piece by piece.
  public static MessageDigest newSha256() {
    try {
      return (MessageDigest) SHA256.clone(); // does not look the provider up again
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

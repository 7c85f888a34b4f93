package touchmark.ledger.model;

/// SHA-256 of a certificate's DER bytes.
public record CertificateHash(Digest digest) implements Comparable<CertificateHash>, Prefixed {
  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static CertificateHash parse(String hex) {
    return new CertificateHash(Digest.parse(hex));
  }

  /// 64 lower-case hexadecimal digits.
  public String hex() {
    return digest.hex();
  }

  @Override
  public long prefix() {
    return digest.prefix();
  }

  @Override
  public int compareTo(CertificateHash other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return hex();
  }
}

package touchmark.ledger.model;

/// The SHA-256 of a file's bytes: the identity of a digital asset everywhere [Section 3.1].
public record Fingerprint(Digest digest) implements Comparable<Fingerprint>, Prefixed {
  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static Fingerprint parse(String hex) {
    return new Fingerprint(Digest.parse(hex));
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
  public int compareTo(Fingerprint other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return hex();
  }
}

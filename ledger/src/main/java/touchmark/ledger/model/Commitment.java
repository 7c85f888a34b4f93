package touchmark.ledger.model;

/// SHA-256 of a salt and a text with a domain tag: binds a text without showing it.
public record Commitment(Digest digest) implements Comparable<Commitment> {
  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static Commitment parse(String hex) {
    return new Commitment(Digest.parse(hex));
  }

  /// 64 lower-case hexadecimal digits.
  public String hex() {
    return digest.hex();
  }

  @Override
  public int compareTo(Commitment other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return hex();
  }
}

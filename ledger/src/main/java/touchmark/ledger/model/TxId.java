package touchmark.ledger.model;

/// The name of a transaction: SHA-256 of its payload bytes with a domain tag.
public record TxId(Digest digest) implements Comparable<TxId>, Prefixed {
  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static TxId parse(String hex) {
    return new TxId(Digest.parse(hex));
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
  public int compareTo(TxId other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return hex();
  }
}

package touchmark.ledger.model;

/// The name of a network: SHA-256 of its genesis bytes with a domain tag.
public record NetworkId(Digest digest) implements Comparable<NetworkId> {
  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static NetworkId parse(String hex) {
    return new NetworkId(Digest.parse(hex));
  }

  /// 64 lower-case hexadecimal digits.
  public String hex() {
    return digest.hex();
  }

  @Override
  public int compareTo(NetworkId other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return hex();
  }
}

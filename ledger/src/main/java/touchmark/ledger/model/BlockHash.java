package touchmark.ledger.model;

/// The name of a block: SHA-256 of its header bytes with a domain tag.
public record BlockHash(Digest digest) implements Comparable<BlockHash> {
  /// Reads 64 hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static BlockHash parse(String hex) {
    return new BlockHash(Digest.parse(hex));
  }

  /// 64 lower-case hexadecimal digits.
  public String hex() {
    return digest.hex();
  }

  @Override
  public int compareTo(BlockHash other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return hex();
  }
}

package touchmark.ledger.model;

/// How a fingerprint was made (`hashAlgo`) [Section 3.1]. The registry's key is always SHA-256, so
/// that the same bytes cannot be claimed twice under two algorithms.
public enum HashAlgorithm {
  /// FIPS 180-4 SHA-256.
  SHA_256("SHA-256");

  private final String label;

  HashAlgorithm(String label) {
    this.label = label;
  }

  /// The name as it stands in payloads: `SHA-256`.
  public String label() {
    return label;
  }
}

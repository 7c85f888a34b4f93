package touchmark.ledger.crypto;

/// Where a private key is kept.
public enum KeyPlace {
  /// In this home's key store.
  HOME,
  /// In a PKCS#11 token.
  TOKEN,
  /// In a file of its own, away from this home.
  OFFLINE
}

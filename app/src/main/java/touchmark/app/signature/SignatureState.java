package touchmark.app.signature;

/// What a signature is worth, in one word: the worst of its answers decides.
public enum SignatureState {
  /// Good, and by a signer whom the user or the ledger trusts.
  TRUSTED,
  /// The same, but some of the file is not covered.
  PARTIAL,
  /// Good, by a trusted signer whose certificate is not valid by the clock.
  EXPIRED,
  /// Good, by a signer for whom nobody stands.
  UNKNOWN_SIGNER,
  /// Good, by a certificate that was revoked.
  REVOKED,
  /// Damaged, or of a kind that counts for nothing.
  UNREADABLE,
  /// What it covers is not what was signed.
  CHANGED
}

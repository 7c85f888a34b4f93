package touchmark.ledger.crypto;

/// What a certificate is for; its key usage extension must say so [RFC 5280 4.2.1.3].
public enum CertificateUse {
  /// An organization's own authority: issues certificates, and signs enrolments and delegations.
  AUTHORITY,
  /// Signs transactions or seals blocks.
  SIGNING,
  /// Content keys are wrapped for it.
  ENCRYPTION
}

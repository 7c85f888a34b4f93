package touchmark.ledger.model;

/// Why a certificate counts no more; names of RFC 5280, 5.3.1.
public enum RevocationReason {
  /// Nothing is said.
  UNSPECIFIED,
  /// Its key is lost or stolen.
  KEY_COMPROMISE,
  /// The person left.
  AFFILIATION_CHANGED,
  /// Another took its place.
  SUPERSEDED,
  /// It is needed no more.
  CESSATION_OF_OPERATION
}

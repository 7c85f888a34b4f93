package touchmark.ledger.model;

/// What a person may do for an organization under a [Delegate].
public enum Act {
  /// Record ownership.
  CLAIM,
  /// Send product data.
  SEND,
  /// Receive and acknowledge deliveries.
  RECEIVE,
  /// Approve members, hand ownership over, dispute, withdraw.
  ADMIN
}

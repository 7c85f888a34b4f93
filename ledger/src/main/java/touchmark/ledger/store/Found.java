package touchmark.ledger.store;

/// What a [RecordCursor] came upon.
public sealed interface Found {
  /// A record in order.
  record Intact(StoredRecord record) implements Found {}

  /// Something else; the cursor goes on behind it, where that can be told.
  record Damaged(Damage damage) implements Found {}

  /// Nothing more.
  record End() implements Found {}
}

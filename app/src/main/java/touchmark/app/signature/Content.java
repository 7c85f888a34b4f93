package touchmark.app.signature;

/// What a signature says of the bytes that it covers.
public sealed interface Content {
  /// They are those that were signed.
  record Intact() implements Content {}

  /// They are not.
  ///
  /// @param evidence what differs, a clause
  record Changed(String evidence) implements Content {}

  /// Nobody can tell: the signature itself is damaged, or of a kind that counts for nothing.
  ///
  /// @param reason a clause
  record Unreadable(String reason) implements Content {}
}

package touchmark.ledger.codec;

import java.nio.charset.StandardCharsets;

/// What a hash or a seal is about. Its tag, ASCII ended by a zero byte, stands before the hashed
/// bytes, so that no bytes mean two things.
public enum Domain {
  /// Payload bytes, to a transaction's id.
  TRANSACTION("touchmark/transaction/1"),
  /// Header bytes, to a block's hash.
  BLOCK("touchmark/block/1"),
  /// Header bytes, to the message that a validator seals.
  SEAL("touchmark/seal/1"),
  /// Genesis bytes, to a network's id.
  GENESIS("touchmark/genesis/1"),
  /// Salt and text, to a commitment.
  COMMITMENT("touchmark/commitment/1");

  private final String tag;

  Domain(String tag) {
    this.tag = tag;
  }

  byte[] tag() {
    return (tag + '\0').getBytes(StandardCharsets.US_ASCII);
  }
}

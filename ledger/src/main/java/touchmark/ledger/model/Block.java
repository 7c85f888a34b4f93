package touchmark.ledger.model;

import java.util.List;

/// A sealed block: header, the signed transactions in order, and the validator's seal over the
/// header.
public record Block(BlockHash hash, BlockHeader header, List<Envelope> envelopes, Bytes seal) {
  public Block {
    envelopes = List.copyOf(envelopes);
    if (envelopes.size() > Limits.WIDEST.mostTransactions()) {
      throw new IllegalArgumentException(
          "a block has at most "
              + Limits.WIDEST.mostTransactions()
              + " transactions, not "
              + envelopes.size());
    }
    Bytes.requireLength("a seal", seal, 1, Envelope.LONGEST_SIGNATURE);
  }
}

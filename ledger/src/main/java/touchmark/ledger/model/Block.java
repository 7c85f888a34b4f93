package touchmark.ledger.model;

import java.util.List;

/// A sealed block: header, the signed transactions in order, and the validator's seal over the
/// header.
public record Block(BlockHash hash, BlockHeader header, List<Envelope> envelopes, Bytes seal) {
  public Block {
    envelopes = List.copyOf(envelopes);
  }
}

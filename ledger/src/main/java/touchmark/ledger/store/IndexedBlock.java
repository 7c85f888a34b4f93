package touchmark.ledger.store;

import java.util.List;
import touchmark.ledger.model.BlockHash;

/// What the index keeps of one block.
///
/// @param first how many transactions the chain holds before it
public record IndexedBlock(
    long height,
    BlockHash hash,
    Location location,
    long first,
    List<IndexedTransaction> transactions) {
  public IndexedBlock {
    transactions = List.copyOf(transactions);
  }
}

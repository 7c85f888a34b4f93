package touchmark.ledger.chain;

import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.store.IndexedBlock;
import touchmark.ledger.store.IndexedTransaction;
import touchmark.ledger.store.Location;

/// What the index keeps of a block.
final class Indexing {
  private Indexing() {}

  static IndexedBlock of(Block block, List<Transaction> transactions, Location location) {
    BlockHeader header = block.header();
    List<IndexedTransaction> indexed = new ArrayList<>(transactions.size());
    for (Transaction tx : transactions) {
      indexed.add(IndexedTransaction.of(tx));
    }
    return new IndexedBlock(
        header.height(), block.hash(), location, header.treeSize() - transactions.size(), indexed);
  }
}

package touchmark.ledger.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.IndexedBlock;
import touchmark.ledger.store.IndexedTransaction;
import touchmark.ledger.store.Location;
import touchmark.ledger.store.RecordSource;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.StoredRecord;

/// Fills an index from the segments. Needs no state, so little memory: what is indexed is found,
/// and whoever reads it then reads the record itself.
public final class IndexFilling {
  /// Rows between two commits.
  static final long COMMIT_EVERY = 50_000;

  private IndexFilling() {}

  /// How far a filling came.
  ///
  /// @param height of the newest block that the index has; -1 for none
  /// @param damage what stands behind it, and where; empty where nothing does
  public record Filled(long height, Optional<String> damage) {}

  /// Empties an index and fills it with the blocks of a chain, as far as they are intact.
  ///
  /// @throws CancellationException if the progress said so; the index is then empty when it is
  ///   opened again
  public static Filled refill(RecordSource records, ChainIndex index, Progress progress)
      throws StoreException {
    Limits limits = GenesisRecord.begin(records).state().genesis().limits();
    return fill(records, index, limits, height -> true, progress);
  }

  /// @param known whether the block of a height is one of the chain
  static Filled fill(
      RecordSource records, ChainIndex index, Limits limits, LongPredicate known, Progress progress)
      throws StoreException {
    index.clear();
    long height = -1;
    long uncommitted = 0;
    try (ReadAhead<Reading> ahead =
        new ReadAhead<>(records.scan(), record -> reading(record, limits))) {
      ahead.next(); // the genesis
      ReadAhead.Next<Reading> read = ahead.next();
      Optional<IndexedBlock> next = following(read, height);
      while (next.isPresent() && known.test(height + 1)) {
        index.add(next.get());
        height++;
        uncommitted += next.get().transactions().size() + 1L;
        if (uncommitted >= COMMIT_EVERY) {
          index.commit();
          uncommitted = 0;
        }
        progress.reached(height + 1, 0);
        read = ahead.next();
        next = following(read, height);
      }
      index.filled();
      return new Filled(height, next.isPresent() ? Optional.empty() : damage(read, height));
    }
  }

  private static Optional<String> damage(ReadAhead.Next<Reading> behind, long height) {
    return switch (behind.found()) {
      case Found.End _ -> Optional.empty();
      case Found.Damaged damaged ->
          Optional.of(damaged.damage().where() + ": " + damaged.damage().message());
      case Found.Intact intact ->
          Optional.of(
              "%s: block %d is expected, %s"
                  .formatted(
                      intact.record().where(),
                      height + 1,
                      behind.made().orElseThrow() instanceof Unreadable unreadable
                          ? unreadable.message()
                          : "another is found"));
    };
  }

  /// The block after the one of a height; empty where the intact part of the chain ends.
  private static Optional<IndexedBlock> following(ReadAhead.Next<Reading> next, long height) {
    return next.found() instanceof Found.Intact
            && next.made().orElseThrow() instanceof Indexable(IndexedBlock block)
            && block.height() == height + 1
        ? Optional.of(block)
        : Optional.empty();
  }

  private sealed interface Reading {}

  private record Indexable(IndexedBlock block) implements Reading {}

  private record Unreadable(String message) implements Reading {}

  private static Reading reading(StoredRecord record, Limits limits) {
    if (record.type() != RecordType.BLOCK) {
      return new Unreadable("a block is expected, not " + record.type() + ".");
    }
    return switch (BlockReading.of(record.bytes(), limits)) {
      case BlockReading.Unreadable unreadable -> new Unreadable(unreadable.message());
      case BlockReading.Parsed readable -> {
        List<Transaction> transactions = new ArrayList<>();
        for (BlockReading.Item item : readable.items()) {
          switch (item) {
            case BlockReading.Readied readied -> transactions.add(readied.transaction());
            case BlockReading.Malformed malformed -> {
              yield new Unreadable(malformed.message());
            }
          }
        }
        yield new Indexable(indexed(readable.block(), transactions, record.location()));
      }
    };
  }

  /// What the index keeps of a record that holds a block.
  ///
  /// @throws StoreException if it holds none
  static IndexedBlock indexed(StoredRecord record, Limits limits) throws StoreException {
    return switch (reading(record, limits)) {
      case Indexable indexable -> indexable.block();
      case Unreadable unreadable ->
          throw new StoreException(record.where() + ": " + unreadable.message());
    };
  }

  /// What the index keeps of a block.
  static IndexedBlock indexed(Block block, List<Transaction> transactions, Location location) {
    BlockHeader header = block.header();
    List<IndexedTransaction> indexed = new ArrayList<>(transactions.size());
    for (Transaction tx : transactions) {
      indexed.add(IndexedTransaction.of(tx));
    }
    return new IndexedBlock(
        header.height(), block.hash(), location, header.treeSize() - transactions.size(), indexed);
  }
}

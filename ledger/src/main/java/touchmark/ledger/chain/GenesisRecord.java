package touchmark.ledger.chain;

import touchmark.ledger.StoreException;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordSource;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.StoredRecord;

/// The first record of every chain.
final class GenesisRecord {
  private GenesisRecord() {}

  /// Reads it; the cursor then stands before the first block.
  ///
  /// @throws StoreException if it is missing or damaged
  static StoredRecord read(RecordCursor cursor) throws StoreException {
    return switch (cursor.next()) {
      case Found.Intact intact when intact.record().type() == RecordType.GENESIS -> intact.record();
      case Found.Intact intact ->
          throw new StoreException(
              "%s: the network's genesis is expected first, a %s record is found."
                  .formatted(intact.record().where(), intact.record().type()));
      case Found.Damaged damaged ->
          throw new StoreException(
              "%s: the network's genesis cannot be read: %s."
                  .formatted(damaged.damage().where(), damaged.damage().message()));
      case Found.End ignored ->
          throw new StoreException("There is no chain: the network's genesis is missing.");
    };
  }

  /// Where a chain stands before its first block.
  static Tip begin(RecordSource records) throws StoreException {
    try (RecordCursor cursor = records.scan()) {
      return begin(read(cursor));
    }
  }

  /// Where the chain stands before its first block.
  static Tip begin(StoredRecord genesis) throws StoreException {
    try {
      return Tip.begin(genesis.bytes());
    } catch (MalformedException e) {
      throw new StoreException(genesis.where() + ": " + e.getMessage() + ".", e);
    }
  }
}

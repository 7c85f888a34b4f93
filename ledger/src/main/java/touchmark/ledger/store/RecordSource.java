package touchmark.ledger.store;

import touchmark.ledger.StoreException;

/// Somewhere that records can be read from, any number of times.
@FunctionalInterface
public interface RecordSource {
  /// Reads all records that count, oldest first, and behind them whatever is damaged.
  RecordCursor scan() throws StoreException;
}

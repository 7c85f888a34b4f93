package touchmark.ledger.store;

import touchmark.ledger.StoreException;

/// Reads records one after the other. For one thread.
public interface RecordCursor extends AutoCloseable {
  /// The next record, damage, or the end.
  ///
  /// @throws StoreException if the disk cannot be read
  Found next() throws StoreException;

  @Override
  void close() throws StoreException;
}

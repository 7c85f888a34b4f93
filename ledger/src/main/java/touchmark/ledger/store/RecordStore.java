package touchmark.ledger.store;

import java.util.Optional;
import touchmark.ledger.StoreException;

/// The truth: an append-only sequence of typed records. One thread appends; any thread reads.
public interface RecordStore extends RecordSource, AutoCloseable {
  /// Longest record that is read at all, in bytes without framing.
  int LONGEST_RECORD = 17 * 1024 * 1024;

  /// Appends a record. It counts, and readers see it, only after the next [#force].
  ///
  /// @throws StoreException if it cannot be written; the store then ends where it ended before, or
  ///   writes no more
  Location append(RecordType type, byte[] bytes) throws StoreException;

  /// Brings everything that was appended to the disk.
  ///
  /// @throws StoreException if that is not certain; the store then writes no more
  void force() throws StoreException;

  /// Reads one record again, its checksums checked.
  ///
  /// @throws StoreException if it is damaged or cannot be read: file, byte, expected, found
  StoredRecord read(Location location) throws StoreException;

  /// Reads a part of a record's bytes. No checksum is checked: whoever reads knows what must be
  /// there.
  ///
  /// @param from the part's first byte, counted from the record's first one behind its framing
  /// @param to behind its last byte
  /// @throws StoreException if it cannot be read
  byte[] readPart(Location location, int from, int to) throws StoreException;

  /// Why nothing can be appended; empty when all is well.
  Optional<String> readOnlyBecause();

  @Override
  void close() throws StoreException;
}

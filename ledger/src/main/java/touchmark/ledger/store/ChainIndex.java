package touchmark.ledger.store;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;

/// Finds transactions without reading the whole chain. Never the truth: whoever asks reads the
/// record that the answer points to, and may drop the index and fill it again at any time. Any
/// thread may call any method; looking up never waits for adding. Every method throws
/// [IndexException] where the index is damaged.
public interface ChainIndex extends AutoCloseable {
  /// The newest block that is indexed.
  Optional<Entry> newest() throws StoreException;

  /// What is indexed of the block of a height.
  Optional<Entry> at(long height) throws StoreException;

  /// Adds a block. It is kept only after the next [#commit].
  void add(IndexedBlock block) throws StoreException;

  /// Keeps what was added.
  void commit() throws StoreException;

  /// Forgets everything, also where it is damaged. What is added from here on can be searched only
  /// after [#filled]; an index that is closed before begins empty when it is opened again.
  void clear() throws StoreException;

  /// Ends what [#clear] began: keeps what was added, and makes it searchable.
  void filled() throws StoreException;

  /// Claims and sends of a fingerprint, oldest first.
  List<Position> naming(Fingerprint fingerprint) throws StoreException;

  /// Claims and sends that name a party, oldest first.
  List<Position> involving(ResourceId party) throws StoreException;

  /// Claims of files that derive from a source, oldest first.
  List<Position> derivedFrom(Fingerprint source) throws StoreException;

  /// Claims, oldest first, at most `limit` of them.
  List<Position> claims(int limit) throws StoreException;

  /// Adds up what is indexed of some blocks, read out of every tree that a search goes through.
  ///
  /// @param from the first block's height
  /// @param to the last block's height
  IndexSums sums(long from, long to) throws StoreException;

  @Override
  void close() throws StoreException;

  /// A block that is indexed.
  record Entry(long height, BlockHash hash, Location location) {}
}

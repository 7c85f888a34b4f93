package touchmark.ledger.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.store.h2.H2Index;

/// A real index whose disk takes nothing while it is in trouble.
public final class TroubledIndex implements ChainIndex {
  private final ChainIndex index = H2Index.inMemory();
  private final AtomicBoolean trouble = new AtomicBoolean();

  public TroubledIndex() throws StoreException {}

  public void inTrouble(boolean now) {
    trouble.set(now);
  }

  @Override
  public void add(IndexedBlock block) throws StoreException {
    if (trouble.get()) {
      throw new StoreException("the disk takes no more");
    }
    index.add(block);
  }

  @Override
  public Optional<Entry> newest() throws StoreException {
    return index.newest();
  }

  @Override
  public Optional<Entry> at(long height) throws StoreException {
    return index.at(height);
  }

  @Override
  public void commit() throws StoreException {
    index.commit();
  }

  @Override
  public void clear() throws StoreException {
    index.clear();
  }

  @Override
  public void filled() throws StoreException {
    index.filled();
  }

  @Override
  public List<Position> naming(Fingerprint fingerprint) throws StoreException {
    return index.naming(fingerprint);
  }

  @Override
  public List<Position> involving(ResourceId party) throws StoreException {
    return index.involving(party);
  }

  @Override
  public List<Position> derivedFrom(Fingerprint source) throws StoreException {
    return index.derivedFrom(source);
  }

  @Override
  public List<Position> claims(int limit) throws StoreException {
    return index.claims(limit);
  }

  @Override
  public IndexSums sums(long from, long to) throws StoreException {
    return index.sums(from, to);
  }

  @Override
  public void close() throws StoreException {
    index.close();
  }
}

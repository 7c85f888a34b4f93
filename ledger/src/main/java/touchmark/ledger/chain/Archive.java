package touchmark.ledger.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.state.Asset;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.IndexedTransaction;
import touchmark.ledger.store.Location;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.StoredRecord;

/// Finds recorded transactions. The index says where, the segments say what, and the state knows
/// how many there must be: an index that lost or invented one is made again, and asked again. Safe
/// for use by any thread.
public final class Archive {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  private final Chain chain;
  private final RecordStore store;
  private final ChainIndex index;
  private final LongPredicate finality;

  // The block that was read last: whoever asks for one transaction asks for its neighbour next.
  private volatile @Nullable Block recent;

  /// @param finality whether the block of a height is final
  public Archive(Chain chain, RecordStore store, ChainIndex index, LongPredicate finality) {
    this.chain = chain;
    this.store = store;
    this.index = index;
    this.finality = finality;
  }

  /// Claims and sends of a fingerprint, oldest first.
  public List<Recorded> naming(Fingerprint fingerprint) throws StoreException {
    return find(
        tip -> tip.state().asset(fingerprint).map(Asset::transactions).orElse(0),
        () -> index.naming(fingerprint),
        tx -> tx.fingerprint().equals(Optional.of(fingerprint)));
  }

  /// Claims and sends that name a party, oldest first.
  public List<Recorded> involving(ResourceId party) throws StoreException {
    return find(
        tip -> tip.state().registry().involvements(party),
        () -> index.involving(party),
        tx -> tx.parties().contains(party));
  }

  /// Claims of files that derive from a source, oldest first.
  public List<Recorded> derivedFrom(Fingerprint source) throws StoreException {
    return find(
        tip -> tip.state().asset(source).map(Asset::derived).orElse(0),
        () -> index.derivedFrom(source),
        tx -> tx.sources().contains(source));
  }

  /// Claims, oldest first, at most `limit` of them.
  public List<Recorded> claims(int limit) throws StoreException {
    return find(
        tip -> Math.min(limit, tip.state().registry().assets().size()),
        () -> index.claims(limit),
        IndexedTransaction::claim);
  }

  /// The transaction at a position.
  public Recorded at(Position position) throws StoreException {
    return recorded(position);
  }

  /// The signed bytes at a position.
  public Envelope envelope(Position position) throws StoreException {
    return block(position.height()).envelopes().get(position.index());
  }

  private List<Recorded> find(
      Expected expected, Lookup lookup, Predicate<IndexedTransaction> wanted)
      throws StoreException {
    Optional<Tip> known = chain.knownTip();
    if (known.isEmpty()) {
      Optional<List<Recorded>> found = searched(lookup, wanted);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Tip tip = chain.tip();
    int count = expected.of(tip);
    if (count == 0) {
      return List.of();
    }
    chain.awaitIndexed(tip.height());
    Optional<List<Recorded>> found = attempt(tip, count, lookup, wanted);
    return found.isPresent() ? found.get() : foundAnew(tip, count, lookup, wanted);
  }

  /// Makes the index again, unless another thread just did, and asks it once more.
  private synchronized List<Recorded> foundAnew(
      Tip tip, int count, Lookup lookup, Predicate<IndexedTransaction> wanted)
      throws StoreException {
    chain.awaitIndexed(tip.height());
    Optional<List<Recorded>> found = attempt(tip, count, lookup, wanted);
    if (found.isEmpty()) {
      LOG.warn("The index disagrees with the chain and is made again from the segments.");
      chain.rebuildIndex(Progress.SILENT);
      found = attempt(tip, count, lookup, wanted);
    }
    return found.orElseThrow(
        () ->
            new StoreException(
                "The index disagrees with the chain even after it was made again; run 'chain"
                    + " verify'."));
  }

  /// The answer of an index whose every byte is as it was left, while the chain itself is still
  /// being read.
  private Optional<List<Recorded>> searched(Lookup lookup, Predicate<IndexedTransaction> wanted) {
    try {
      List<Recorded> found = new ArrayList<>();
      for (Position position : lookup.positions()) {
        found.add(recorded(position));
      }
      return found.stream().map(Recorded::transaction).map(IndexedTransaction::of).allMatch(wanted)
          ? Optional.of(List.copyOf(found))
          : Optional.empty();
    } catch (StoreException e) {
      LOG.warn("The index could not answer; the chain is asked when it was read.", e);
      return Optional.empty();
    }
  }

  /// Empty where the answer of the index cannot be right.
  private Optional<List<Recorded>> attempt(
      Tip tip, int count, Lookup lookup, Predicate<IndexedTransaction> wanted) {
    try {
      List<Recorded> found = new ArrayList<>(count);
      for (Position position : lookup.positions()) {
        if (position.height() <= tip.height()) {
          found.add(recorded(position));
        }
      }
      boolean right =
          found.size() == count
              && found.stream()
                  .map(Recorded::transaction)
                  .map(IndexedTransaction::of)
                  .allMatch(wanted);
      return right ? Optional.of(List.copyOf(found)) : Optional.empty();
    } catch (StoreException e) {
      LOG.warn("The index could not answer.", e);
      return Optional.empty();
    }
  }

  private Recorded recorded(Position position) throws StoreException {
    Optional<Recorded> quickly = quickly(position);
    return quickly.isPresent() ? quickly.get() : wholly(position);
  }

  /// Reads nothing but the transaction's envelope. That it is the right one shows in its name,
  /// which the state has at this position; empty where that cannot be told.
  private Optional<Recorded> quickly(Position position) throws StoreException {
    Optional<Tip> tip = chain.knownTip();
    Optional<BlockPlaces.Place> place = chain.known(position.height());
    if (tip.isEmpty() || place.isEmpty() || position.index() >= place.get().size()) {
      return Optional.empty();
    }
    try {
      int from = place.get().start(position.index());
      int to = place.get().end(position.index());
      byte[] frame = store.readPart(place.get().location(), from, to);
      Transaction tx = PayloadCodec.decode(Envelopes.decode(frame).payload());
      return tip.get().state().transactions().get(tx.txId()).equals(Optional.of(position))
          ? Optional.of(
              new Recorded(
                  tx,
                  position,
                  place.get().hash(),
                  place.get().time(),
                  finality.test(position.height())))
          : Optional.empty();
    } catch (MalformedException e) {
      LOG.warn("Block {} is read whole: {}", position.height(), e.getMessage());
      return Optional.empty();
    }
  }

  private Recorded wholly(Position position) throws StoreException {
    Block block = block(position.height());
    if (position.index() >= block.envelopes().size()) {
      throw new StoreException(
          "Block %d has no transaction %d.".formatted(position.height(), position.index()));
    }
    try {
      Transaction tx = PayloadCodec.decode(block.envelopes().get(position.index()).payload());
      return new Recorded(
          tx, position, block.hash(), block.header().timestamp(), finality.test(position.height()));
    } catch (MalformedException e) {
      throw new StoreException("Block %d: %s.".formatted(position.height(), e.getMessage()), e);
    }
  }

  private Block block(long height) throws StoreException {
    Block known = recent;
    if (known != null && known.header().height() == height) {
      return known;
    }
    Location location = location(height);
    StoredRecord record = store.read(location);
    try {
      Block block = Blocks.decode(record.bytes().toArray());
      if (block.header().height() != height) {
        throw new StoreException(
            "%s: block %d is expected, %d is found."
                .formatted(record.where(), height, block.header().height()));
      }
      recent = block;
      return block;
    } catch (MalformedException e) {
      throw new StoreException(record.where() + ": " + e.getMessage() + ".", e);
    }
  }

  private Location location(long height) throws StoreException {
    return chain
        .place(height)
        .orElseThrow(
            () ->
                new StoreException(
                    "Block %d cannot be found; run 'chain verify'.".formatted(height)));
  }

  @FunctionalInterface
  private interface Expected {
    int of(Tip tip);
  }

  @FunctionalInterface
  private interface Lookup {
    List<Position> positions() throws StoreException;
  }
}

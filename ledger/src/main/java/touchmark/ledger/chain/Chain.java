package touchmark.ledger.chain;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.Subscription;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.Lane;
import touchmark.ledger.store.Location;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.RecordType;

/// The chain of one network: the tip that everybody reads, and the one writer that moves it.
public final class Chain implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

  private final RecordStore store;
  private final ChainIndex index;
  private final BlockJudge judge;
  private final Lane writer = new Lane("touchmark-chain-writer");
  private final List<Consumer<Tip>> watchers = new CopyOnWriteArrayList<>();
  private final Optional<String> damage;

  // Written in the writer's lane, read by any thread.
  private volatile Tip tip;

  private Chain(RecordStore store, ChainIndex index, BlockJudge judge, Replay.Result replay) {
    this.store = store;
    this.index = index;
    this.judge = judge;
    this.tip = replay.tip();
    this.damage = Optional.ofNullable(replay.damage());
  }

  /// Begins a chain in an empty store.
  public static void begin(RecordStore store, Bytes genesis) throws StoreException {
    store.append(RecordType.GENESIS, genesis.toArray());
    store.force();
  }

  /// Opens a chain: reads all of it, and brings the index up to date. A damaged chain can be read
  /// up to the damage, and writes no more.
  ///
  /// @throws StoreException if not even the genesis can be read, or the disk cannot
  public static Chain open(RecordStore store, ChainIndex index, BlockJudge judge, Progress progress)
      throws StoreException {
    return new Chain(store, index, judge, Replay.of(store, index, judge, progress));
  }

  /// Where the chain stands now.
  public Tip tip() {
    return tip;
  }

  /// Why no block can be added; empty when all is well.
  public Optional<String> readOnlyBecause() {
    return damage.or(store::readOnlyBecause);
  }

  /// Runs a task in the writer's lane, where the tip does not move under it, and waits for it.
  public <T> T write(Callable<T> task) throws StoreException {
    return writer.run(task);
  }

  /// Appends a block whose transactions' signatures are good; all the rest is judged here, as it
  /// will be when the chain is opened again. When this returns the block is on the disk. In the
  /// writer's lane only.
  ///
  /// @throws StoreException if it does not count, or could not be written; the chain then stands
  ///   where it stood
  public void append(Block block) throws StoreException {
    if (!writer.isCurrent()) {
      throw new IllegalStateException("only the writer's lane appends");
    }
    Optional<String> reason = readOnlyBecause();
    if (reason.isPresent()) {
      throw new StoreException("Nothing can be recorded. " + reason.get());
    }
    byte[] frame = Blocks.encode(block);
    Judged.Sound sound = judged(Bytes.of(frame));
    Location location = store.append(RecordType.BLOCK, frame);
    store.force();
    addToIndex(sound, location);
    tip = sound.after();
    watchers.forEach(watcher -> tell(watcher, sound.after()));
  }

  private Judged.Sound judged(Bytes frame) throws StoreException {
    switch (judge.judge(tip, frame)) {
      case Judged.Unsound unsound -> throw doesNotCount(unsound.faults().getFirst());
      case Judged.Sound sound -> {
        for (Pending pending : sound.pending()) {
          if (pending.transaction().isEmpty() && !pending.check().holds()) {
            throw doesNotCount(pending.fault());
          }
        }
        return sound;
      }
    }
  }

  private static StoreException doesNotCount(Fault fault) {
    return new StoreException("Nothing can be recorded. " + fault.message());
  }

  /// The block counts already; an index that fails is made again.
  private void addToIndex(Judged.Sound sound, Location location) {
    try {
      index.add(Indexing.of(sound.block(), sound.transactions(), location));
      index.commit();
    } catch (StoreException e) {
      LOG.error("Block {} could not be indexed; the index is made again.", location, e);
      tryRebuild();
    }
  }

  private void tryRebuild() {
    try {
      Replay.rebuild(store, index, judge, Progress.SILENT);
    } catch (StoreException e) {
      LOG.error("The index cannot be made again; it will be when the chain is opened.", e);
    }
  }

  /// Empties the index and fills it again from the segments; waits until that is done.
  public void rebuildIndex(Progress progress) throws StoreException {
    writer.run(() -> Replay.rebuild(store, index, judge, progress));
  }

  /// Is told of each new tip, in the writer's lane; what a watcher throws is logged.
  public Subscription watch(Consumer<Tip> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  private static void tell(Consumer<Tip> watcher, Tip tip) {
    try {
      watcher.accept(tip);
    } catch (RuntimeException e) {
      LOG.error("A watcher of the chain failed at block {}.", tip.height(), e);
    }
  }

  /// Refuses a watcher what would wait for itself for ever.
  ///
  /// @throws IllegalStateException in the writer's lane
  public void requireOutsideWriter() {
    if (writer.isCurrent()) {
      throw new IllegalStateException("a watcher cannot close the ledger that calls it");
    }
  }

  /// Waits for the writer, then closes index and store. Not in the writer's lane.
  @Override
  public void close() throws StoreException {
    writer.close();
    try (store) {
      index.close();
    }
  }
}

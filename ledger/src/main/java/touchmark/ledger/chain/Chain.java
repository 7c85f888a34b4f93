package touchmark.ledger.chain;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.Subscription;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.IndexException;
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
  private final Tip begin;
  private final IndexFollower follower;
  private final BlockPlaces places = new BlockPlaces();
  private final Lane writer = new Lane("touchmark-chain-writer");
  private final List<Consumer<Tip>> watchers = new CopyOnWriteArrayList<>();

  // Done when the chain was read.
  private final CompletableFuture<Replay.Result> read = new CompletableFuture<>();
  private volatile boolean closing;

  // Set when the chain was read, moved in the writer's lane, read by any thread.
  private volatile @Nullable Tip tip;

  private Chain(RecordStore store, ChainIndex index, BlockJudge judge, Tip begin) {
    this.store = store;
    this.index = index;
    this.judge = judge;
    this.begin = begin;
    this.follower = new IndexFollower(index, store, places, begin.state().genesis().limits());
  }

  /// Begins a chain in an empty store.
  public static void begin(RecordStore store, Bytes genesis) throws StoreException {
    store.append(RecordType.GENESIS, genesis.toArray());
    store.force();
  }

  /// Opens a chain: reads all of it. The index is brought up to date behind, see [#awaitIndexed]. A
  /// damaged chain can be read up to the damage, and writes no more.
  ///
  /// @throws StoreException if not even the genesis can be read, or the disk cannot
  /// @throws CancellationException if the progress said so
  public static Chain open(RecordStore store, ChainIndex index, BlockJudge judge, Progress progress)
      throws StoreException {
    Chain chain = new Chain(store, index, judge, GenesisRecord.begin(store));
    try {
      chain.readAll(progress);
      return chain;
    } catch (StoreException | RuntimeException e) {
      chain.follower.close();
      chain.writer.close();
      throw e;
    }
  }

  /// Opens a chain that was closed in order, and whose index is known to be whole: it can be
  /// searched at once, and is read behind. Whoever asks for the tip waits for that.
  ///
  /// @param head the newest block of segments and index
  /// @throws StoreException if not even the genesis can be read
  public static Chain openSearchable(
      RecordStore store, ChainIndex index, BlockJudge judge, ChainIndex.Entry head)
      throws StoreException {
    Chain chain = new Chain(store, index, judge, GenesisRecord.begin(store));
    chain.follower.trust(head.height());
    Thread.ofPlatform().daemon().name("touchmark-chain-reader").start(chain::readBehind);
    return chain;
  }

  private void readBehind() {
    try {
      readAll((done, total) -> !closing);
    } catch (CancellationException e) {
      read.completeExceptionally(e);
    } catch (StoreException | RuntimeException | Error e) {
      LOG.error("The chain cannot be read.", e);
      unreadable("The chain cannot be read: " + e.getMessage());
    }
  }

  /// What cannot be read counts as damaged before its first block.
  private void unreadable(String why) {
    places.clear();
    read.complete(new Replay.Result(begin, null, why, false));
  }

  private void readAll(Progress progress) throws StoreException {
    Optional<ChainIndex.Entry> newest = newestIndexed();
    Replay replay =
        new Replay(
            store, judge, places, newest.map(ChainIndex.Entry::height).orElse(-1L), progress);
    Replay.Result result = replay.run();
    boolean same = newest.isPresent() && newest.equals(replay.witnessed());
    if (newest.isPresent() && !same) {
      // the index is of other blocks, so that it vouches for none of these: every seal is asked for
      places.clear();
      result = new Replay(store, judge, places, -1, progress).run();
    }
    if (newest.isPresent() && newest.get().height() > result.tip().height()) {
      result = behind(result);
    }
    tip = result.tip();
    if (result.lost()) {
      follower.trust(result.tip().height());
    } else {
      follower.catchUp(newest, same);
    }
    read.complete(result);
  }

  private Optional<ChainIndex.Entry> newestIndexed() throws StoreException {
    try {
      return index.newest();
    } catch (IndexException e) {
      LOG.warn("The index cannot say how far it goes: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// The index goes further than the segments. It is kept as the witness where it is this chain's.
  private Replay.Result behind(Replay.Result result) throws StoreException {
    try {
      Optional<String> lost = LostBlocks.behind(result.tip().height(), result.entry(), index);
      if (result.damage() == null) {
        lost.ifPresent(LOG::error);
      }
      return lost.isPresent() ? result.lostBehind(lost.get()) : result;
    } catch (IndexException e) {
      LOG.warn("The index cannot say what was lost: {}", e.getMessage());
      return result;
    }
  }

  private Replay.Result result() {
    return read.join();
  }

  /// Where the chain stands now. Waits until the chain was read.
  ///
  /// @throws CancellationException if it was closed before
  public Tip tip() {
    Tip now = tip;
    return now == null ? result().tip() : now;
  }

  /// Where the chain stands now, where it was read already.
  Optional<Tip> knownTip() {
    return Optional.ofNullable(tip);
  }

  /// Why no block can be added; empty when all is well. Waits until the chain was read.
  public Optional<String> readOnlyBecause() {
    return Optional.ofNullable(result().damage()).or(store::readOnlyBecause);
  }

  /// Runs a task in the writer's lane, where the tip does not move under it, and waits for it.
  public <T> T write(Callable<T> task) throws StoreException {
    return writer.run(task);
  }

  /// Appends a block whose transactions' signatures are good; all the rest is judged here, as it
  /// will be when the chain is opened again. When this returns the block is on the disk; the index
  /// follows. In the writer's lane only.
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
    places.add(BlockPlaces.Place.of(sound, location));
    tip = sound.after();
    follower.add(IndexFilling.indexed(sound.block(), sound.transactions(), location));
    watchers.forEach(watcher -> tell(watcher, sound.after()));
  }

  private Judged.Sound judged(Bytes frame) throws StoreException {
    switch (judge.judge(tip(), frame)) {
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

  /// Waits until the index has the block of a height. Searching it before would find too little.
  ///
  /// @throws StoreException if the index cannot be made
  public void awaitIndexed(long height) throws StoreException {
    follower.await(height);
  }

  /// How far the making of the index is, while it is being made.
  public Optional<IndexFollower.Filling> indexing() {
    return follower.filling();
  }

  /// Empties the index and fills it again from the segments; waits until that is done.
  public void rebuildIndex(Progress progress) throws StoreException {
    tip();
    follower.rebuild(progress);
  }

  /// Where the block of a height begins; the index is asked only where the chain is still being
  /// read.
  Optional<Location> place(long height) throws StoreException {
    Optional<Location> known = known(height).map(BlockPlaces.Place::location);
    return known.isPresent() || tip != null
        ? known
        : index.at(height).map(ChainIndex.Entry::location);
  }

  /// What is known in memory of the block of a height.
  Optional<BlockPlaces.Place> known(long height) {
    return places.at(height);
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
  ///
  /// @return the newest block, where segments and index end with it and nothing is amiss
  public Optional<ChainIndex.Entry> closeInOrder() throws StoreException {
    closing = true;
    writer.close();
    awaitReader();
    follower.close();
    try (store) {
      try (index) {
        return inOrder();
      }
    }
  }

  private void awaitReader() {
    try {
      result();
    } catch (CancellationException e) {
      LOG.debug("The chain was closed before it was read.", e);
    }
  }

  private Optional<ChainIndex.Entry> inOrder() throws StoreException {
    boolean damaged = !read.isCompletedExceptionally() && result().damage() != null;
    if (damaged || store.readOnlyBecause().isPresent()) {
      return Optional.empty();
    }
    Optional<ChainIndex.Entry> newest = newestIndexed();
    return newest.filter(
        entry ->
            entry.height() == follower.reached()
                && (tip == null || entry.hash().equals(tip().hash())));
  }

  @Override
  public void close() throws StoreException {
    closeInOrder();
  }
}

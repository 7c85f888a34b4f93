package touchmark.ledger.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Limits;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.IndexedBlock;
import touchmark.ledger.store.Lane;
import touchmark.ledger.store.RecordStore;

/// Keeps the index behind the segments: adds each block after it counts, and fills the whole index
/// again where it is missing, stale or damaged. All of that in a lane of its own, while the chain
/// is read and written; who searches waits until the index has the blocks that he knows of.
public final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /// Transactions that may wait in memory.
  private static final long MOST_WAITING = 50_000;

  private static final long UNKNOWN = -2;

  /// How long a block waits for others to be kept with: the index' flushes hold up those of the
  /// segments. It waits for none where somebody searches, or so many transactions came.
  private static final Duration LINGERING = Duration.ofMillis(25);

  private static final long ENOUGH = 2_000;

  /// Transactions that are added while the ledger is being closed: about a second's work.
  private static final long MOST_WHEN_CLOSING = 20_000;

  private final ChainIndex index;
  private final RecordStore store;
  private final BlockPlaces places;
  private final Limits limits;
  private final Lane lane = new Lane("touchmark-index-follower");
  private volatile boolean closing;

  // Guarded by this.
  private List<IndexedBlock> waiting = new ArrayList<>();
  private long waitingRows;
  private boolean scheduled;
  private boolean ending;
  private long wanted = UNKNOWN;
  private long reached = UNKNOWN;
  private @Nullable StoreException failure;

  // Written in the lane, read by any thread.
  private volatile @Nullable Filling filling;

  /// How far a filling is.
  ///
  /// @param done blocks
  /// @param total blocks
  public record Filling(long done, long total) {}

  /// @param limits of the network
  IndexFollower(ChainIndex index, RecordStore store, BlockPlaces places, Limits limits) {
    this.index = index;
    this.store = store;
    this.places = places;
    this.limits = limits;
  }

  /// The index has all blocks up to a height, and nothing else.
  void trust(long height) {
    reach(height);
  }

  /// Brings the index up to the end of a chain that was just read, in the background.
  ///
  /// @param newest what the index says is its newest block; empty where it cannot tell
  /// @param same whether the chain has that very block
  void catchUp(Optional<ChainIndex.Entry> newest, boolean same) {
    if (newest.isPresent() && same) {
      reach(newest.get().height());
      if (places.count() - 1 > newest.get().height()) {
        lane.start(() -> guarded(() -> addBehind(newest.get().height())));
      }
    } else if (places.count() == 0 && newest.isEmpty()) {
      reach(-1);
    } else {
      if (newest.isPresent()) {
        LOG.warn("The index is of another chain, and is made again from the segments.");
      } else {
        LOG.info("The index is empty, and is made from the segments.");
      }
      lane.start(() -> guarded(() -> fill(Progress.SILENT)));
    }
  }

  /// Has a block added after the ones before. Where too many wait, it is read from the segments
  /// again when its turn comes.
  void add(IndexedBlock block) {
    boolean start;
    synchronized (this) {
      if (waitingRows < MOST_WAITING) {
        waiting.add(block);
        waitingRows += block.transactions().size() + 1L;
        if (waitingRows >= ENOUGH) {
          notifyAll();
        }
      }
      start = !scheduled;
      scheduled = true;
    }
    if (start) {
      lane.start(() -> guarded(this::addSoon));
    }
  }

  /// Waits until the index has a block.
  ///
  /// @throws StoreException if the index cannot be made
  void await(long height) throws StoreException {
    boolean interrupted = false;
    try {
      synchronized (this) {
        if (wanted < height) {
          wanted = height;
          notifyAll();
        }
        while (reached < height) {
          if (failure != null) {
            throw new StoreException("The index cannot be made: " + failure.getMessage(), failure);
          }
          if (closing) {
            throw new StoreException("The ledger is closed.");
          }
          try {
            wait();
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The newest block that the index has; -2 where that is not known yet.
  synchronized long reached() {
    return reached;
  }

  /// How far a filling is, while there is one.
  Optional<Filling> filling() {
    return Optional.ofNullable(filling);
  }

  /// Empties the index and fills it again; waits until that is done.
  void rebuild(Progress progress) throws StoreException {
    lane.run(
        () -> {
          try {
            fill(progress);
            addWaiting();
            return true;
          } catch (StoreException e) {
            fail(e);
            throw e;
          } catch (RuntimeException e) {
            // cancelled, for one: whoever searches must not wait for what nobody goes on with
            fail(new StoreException("Making it again was broken off.", e));
            throw e;
          }
        });
  }

  private interface Step {
    void run() throws StoreException;
  }

  /// A step that fails is followed by a filling; one that fails again is told to whoever waits.
  private void guarded(Step step) {
    try {
      try {
        step.run();
      } catch (IndexException e) {
        LOG.warn("The index is damaged and is made again from the segments: {}", e.getMessage());
        fill(Progress.SILENT);
        addWaiting();
      }
    } catch (StoreException e) {
      LOG.error("The index cannot be made; it will be when the chain is opened again.", e);
      fail(e);
    } catch (CancellationException e) {
      LOG.info("Filling the index ends, since the ledger is being closed.");
    } catch (RuntimeException e) {
      fail(new StoreException(String.valueOf(e.getMessage()), e));
      throw e;
    }
  }

  private void addSoon() throws StoreException {
    linger();
    addWaiting();
  }

  private void addWaiting() throws StoreException {
    for (List<IndexedBlock> taken = take(); !taken.isEmpty(); taken = take()) {
      long last = reached();
      for (IndexedBlock block : taken) {
        if (block.height() == last + 1) {
          index.add(block);
          last++;
        }
      }
      if (last > reached()) {
        index.commit();
        reach(last);
      }
    }
    addBehind(reached()); // what came while too much waited, or while the index was being filled
  }

  private synchronized void linger() {
    long until = System.nanoTime() + LINGERING.toNanos();
    long left = LINGERING.toMillis();
    while (left > 0 && !ending && wanted <= reached && waitingRows < ENOUGH) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // nobody does that to a lane; then it works on
        return;
      }
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }

  /// Everything that waits; where nothing does, the next block to come starts the work again.
  private synchronized List<IndexedBlock> take() {
    List<IndexedBlock> taken = waiting;
    waiting = new ArrayList<>();
    waitingRows = 0;
    scheduled = !taken.isEmpty();
    return taken;
  }

  /// Adds blocks that the segments have and the index lacks.
  private void addBehind(long newest) throws StoreException {
    long uncommitted = 0;
    long height = newest;
    Optional<BlockPlaces.Place> place = places.at(height + 1);
    while (place.isPresent() && !closing) {
      IndexedBlock block = IndexFilling.indexed(store.read(place.get().location()), limits);
      index.add(block);
      height++;
      uncommitted += block.transactions().size() + 1L;
      if (uncommitted >= IndexFilling.COMMIT_EVERY) {
        index.commit();
        reach(height);
        uncommitted = 0;
      }
      place = places.at(height + 1);
    }
    if (uncommitted > 0) {
      index.commit();
      reach(height);
    }
    if (place.isPresent()) {
      throw new CancellationException("the ledger is being closed");
    }
  }

  private void fill(Progress progress) throws StoreException {
    filling = new Filling(0, places.count());
    try {
      synchronized (this) {
        reached = UNKNOWN;
      }
      long height =
          IndexFilling.fill(
                  store,
                  index,
                  limits,
                  at -> places.at(at).isPresent(),
                  (done, ignored) -> report(done) && progress.at(done, places.count()))
              .height();
      reach(height);
    } finally {
      filling = null;
    }
    addBehind(reached());
  }

  private boolean report(long done) {
    filling = new Filling(done, places.count());
    return !closing;
  }

  private synchronized void reach(long height) {
    reached = height;
    failure = null;
    notifyAll();
  }

  /// Whoever waits is told; the next block to come tries again.
  private synchronized void fail(StoreException cause) {
    failure = cause;
    scheduled = false;
    notifyAll();
  }

  /// Ends after the blocks that wait, since an index that goes as far as the segments tells when
  /// blocks are lost. A long filling is broken off, and done when the chain is opened again.
  @Override
  public void close() {
    synchronized (this) {
      ending = true;
      closing = places.hasMoreThan(MOST_WHEN_CLOSING, reached);
      notifyAll();
    }
    lane.close();
    synchronized (this) {
      closing = true;
      notifyAll();
    }
  }
}

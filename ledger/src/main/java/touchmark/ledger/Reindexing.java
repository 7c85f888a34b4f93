package touchmark.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.chain.IndexFilling;
import touchmark.ledger.chain.LostBlocks;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.CleanStop;
import touchmark.ledger.store.DiskTrouble;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.h2.H2Index;

/// Makes the index of a chain again that nobody has open. The old one stays until the new one is
/// whole, and for good where it goes further than the segments: it is then the only witness of the
/// blocks that were lost.
record Reindexing(ChainPlace place) {
  private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);

  /// @return the height of the newest block that the index has
  /// @throws StoreException if the disk cannot be used, or blocks were lost
  /// @throws java.util.concurrent.CancellationException if the progress said so
  long run(Progress progress) throws StoreException {
    Path making = place.indexInMaking();
    ChainPlace.clear(making);
    try {
      ChainIndex.Entry newest = fill(making, progress);
      requireNothingLost(newest);
      replace(making);
      return newest.height();
    } finally {
      tidy(making);
    }
  }

  private static void tidy(Path making) {
    try {
      ChainPlace.clear(making);
    } catch (StoreException e) {
      LOG.warn("The next time it is tried again: {}", e.getMessage());
    }
  }

  private ChainIndex.Entry fill(Path making, Progress progress) throws StoreException {
    try (RecordStore store =
            SegmentStore.open(place.segments(), SegmentStore.DEFAULT_SEGMENT_SIZE);
        ChainIndex index = H2Index.open(making)) {
      Optional<String> damage = IndexFilling.refill(store, index, progress).damage();
      if (damage.isPresent()) {
        throw new StoreException(
            damage.get() + ". The index stays as it is; 'chain verify' says what is damaged.");
      }
      return index
          .newest()
          .orElseThrow(() -> new StoreException("There is no block in " + place.segments() + "."));
    }
  }

  private void requireNothingLost(ChainIndex.Entry newest) throws StoreException {
    try (CheckedIndex old = CheckedIndex.in(place.index())) {
      Optional<String> lost =
          old.readable().isPresent()
              ? LostBlocks.behind(newest.height(), Optional.of(newest), old.readable().get())
              : Optional.empty();
      if (lost.isPresent()) {
        throw new StoreException(lost.get());
      }
    } catch (IndexException e) {
      LOG.warn("The index in {} is damaged and is replaced: {}", place.index(), e.getMessage());
    }
  }

  private void replace(Path making) throws StoreException {
    CleanStop.take(place.cleanStop());
    try {
      Files.createDirectories(place.index());
      Files.move(
          H2Index.file(making),
          H2Index.file(place.index()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be put in its place: %s".formatted(making, DiskTrouble.reason(e)), e);
    }
  }
}

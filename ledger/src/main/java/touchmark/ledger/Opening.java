package touchmark.ledger;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.codec.BlockFrame;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.CleanStop;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.StoredRecord;
import touchmark.ledger.store.h2.H2Index;

/// Opens what stands in a directory. After a clean stop the chain can be searched at once and is
/// read behind; after anything else it is read first.
record Opening(SegmentStore store, ChainIndex index, Chain chain) {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  static Opening of(ChainPlace place, BlockJudge judge) throws StoreException {
    Optional<CleanStop> left = CleanStop.take(place.cleanStop());
    boolean altered = left.isPresent() && !left.get().fits(H2Index.file(place.index()));
    if (altered) {
      LOG.warn(
          "The index in {} is not as it was left, and is made again from the segments.",
          place.index());
      H2Index.delete(place.index());
    }
    SegmentStore store =
        left.isPresent()
            ? SegmentStore.open(
                place.segments(), SegmentStore.DEFAULT_SEGMENT_SIZE, left.get().end())
            : SegmentStore.open(place.segments(), SegmentStore.DEFAULT_SEGMENT_SIZE);
    try {
      return of(left.filter(_ -> !altered), store, H2Index.open(place.index()), judge);
    } catch (StoreException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Opening of(
      Optional<CleanStop> left, SegmentStore store, ChainIndex index, BlockJudge judge)
      throws StoreException {
    try {
      boolean searchable =
          left.isPresent()
              && store.end().equals(left.get().end())
              && fits(index, left.get().head())
              && fits(store, left.get().head());
      return new Opening(
          store,
          index,
          searchable
              ? Chain.openSearchable(store, index, judge, left.get().head())
              : Chain.open(store, index, judge, Progress.SILENT));
    } catch (StoreException | RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private static boolean fits(ChainIndex index, ChainIndex.Entry head) throws StoreException {
    try {
      return index.newest().equals(Optional.of(head));
    } catch (IndexException e) {
      LOG.warn("The index cannot say how far it goes: {}", e.getMessage());
      return false;
    }
  }

  private static boolean fits(SegmentStore store, ChainIndex.Entry head) {
    try {
      StoredRecord record = store.read(head.location());
      return BlockFrame.of(record.bytes().toArray()).hash().equals(head.hash());
    } catch (StoreException | MalformedException e) {
      LOG.warn("The newest block is not where it was left: {}", e.getMessage());
      return false;
    }
  }
}

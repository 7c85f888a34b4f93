package touchmark.ledger.chain;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.Location;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.StoredRecord;

/// Reads a chain from its records when it is opened: folds the state, and brings the index up to
/// date. Everything is judged but signatures, which `chain verify` checks. Used once, by one
/// thread.
final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final int COMMIT_EVERY = 20_000;

  private final RecordStore store;
  private final ChainIndex index;
  private final BlockJudge judge;
  private final Progress progress;
  private long uncommitted;

  private Replay(RecordStore store, ChainIndex index, BlockJudge judge, Progress progress) {
    this.store = store;
    this.index = index;
    this.judge = judge;
    this.progress = progress;
  }

  /// Reads all of a chain.
  static Result of(RecordStore store, ChainIndex index, BlockJudge judge, Progress progress)
      throws StoreException {
    try {
      Optional<ChainIndex.Newest> newest = index.newest();
      Result result =
          new Replay(store, index, judge, progress)
              .run(newest.map(ChainIndex.Newest::height).orElse(-1L));
      if (index.newest().equals(result.newest())) {
        return result;
      }
      Optional<String> lost = LostBlocks.behind(result, index);
      if (lost.isPresent() && result.damage == null) {
        LOG.error("{}", lost.get());
        return result.damagedBy(lost.get());
      }
      if (lost.isPresent()) {
        return result; // the damage says it; the index fits again once the segments are whole
      }
    } catch (IndexException e) {
      LOG.warn("The index is damaged and is made again from the segments: {}", e.getMessage());
    }
    return rebuild(store, index, judge, progress);
  }

  /// Reads all of a chain into an emptied index.
  static Result rebuild(RecordStore store, ChainIndex index, BlockJudge judge, Progress progress)
      throws StoreException {
    index.clear();
    return new Replay(store, index, judge, progress).run(-1);
  }

  /// @param indexed blocks up to this height are in the index already
  private Result run(long indexed) throws StoreException {
    try (RecordCursor cursor = store.scan()) {
      Result result = new Result(GenesisRecord.begin(GenesisRecord.read(cursor)), null, null);
      while (true) {
        Optional<StoredRecord> next = Optional.empty();
        switch (cursor.next()) {
          case Found.Intact intact -> next = Optional.of(intact.record());
          case Found.Damaged damaged ->
              result =
                  result.damagedBy(
                      "%s: %s.".formatted(damaged.damage().where(), damaged.damage().message()));
          case Found.End ignored -> {}
        }
        if (next.isPresent()) {
          result = after(result, next.get(), indexed);
        }
        if (next.isEmpty() || result.damage != null) {
          index.commit();
          return result;
        }
        if (!progress.at(result.tip.height() + 1, 0)) {
          throw new CancellationException("reading the chain was cancelled");
        }
      }
    }
  }

  private Result after(Result before, StoredRecord record, long indexed) throws StoreException {
    if (record.type() != RecordType.BLOCK) {
      return before.damagedBy(
          "%s: a block is expected, not %s.".formatted(record.where(), record.type()));
    }
    return switch (judge.judge(before.tip, record.bytes())) {
      case Judged.Sound sound -> {
        if (sound.after().height() > indexed) {
          add(sound, record.location());
        }
        yield new Result(sound.after(), record.location(), null);
      }
      case Judged.Unsound unsound ->
          before.damagedBy(
              "%s: block %d is damaged: %s"
                  .formatted(
                      record.where(),
                      before.tip.height() + 1,
                      unsound.faults().getFirst().message()));
    };
  }

  private void add(Judged.Sound sound, Location location) throws StoreException {
    index.add(Indexing.of(sound.block(), sound.transactions(), location));
    uncommitted += sound.transactions().size() + 1;
    if (uncommitted >= COMMIT_EVERY) {
      index.commit();
      uncommitted = 0;
    }
  }

  /// Where the intact part of a chain ends, and why it ends there.
  ///
  /// @param location of the newest block; null before the first
  /// @param damage what stands behind it; null where nothing does
  record Result(Tip tip, @Nullable Location location, @Nullable String damage) {
    Result damagedBy(String what) {
      return new Result(tip, location, what);
    }

    Optional<ChainIndex.Newest> newest() {
      return Optional.ofNullable(location)
          .map(place -> new ChainIndex.Newest(tip.height(), tip.hash(), place));
    }
  }
}

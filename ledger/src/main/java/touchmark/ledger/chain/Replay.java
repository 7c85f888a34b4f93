package touchmark.ledger.chain;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Limits;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.Location;
import touchmark.ledger.store.RecordSource;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.StoredRecord;

/// Reads a chain from its records when it is opened, and folds the state. Everything is judged but
/// signatures, which `chain verify` checks; only blocks that the index does not know must show
/// their seal, so that nobody appends one of his own. Used once, by one thread.
final class Replay {
  private final RecordSource records;
  private final BlockJudge judge;
  private final BlockPlaces places;
  private final Progress progress;
  private final long witness;
  private ChainIndex.@Nullable Entry witnessed;

  /// @param places is told where each block begins
  /// @param witness the height of a block that is asked for afterwards; -1 for none
  Replay(
      RecordSource records, BlockJudge judge, BlockPlaces places, long witness, Progress progress) {
    this.records = records;
    this.judge = judge;
    this.places = places;
    this.witness = witness;
    this.progress = progress;
  }

  /// Reads all of a chain.
  ///
  /// @throws StoreException if not even the genesis can be read, or the disk cannot
  /// @throws CancellationException if the progress said so
  Result run() throws StoreException {
    Tip begin = GenesisRecord.begin(records);
    Limits limits = begin.state().genesis().limits();
    try (ReadAhead<BlockReading> ahead =
        new ReadAhead<>(records.scan(), record -> reading(record, limits))) {
      ahead.next(); // the genesis, read above
      Result result = new Result(begin, null, null, false);
      while (true) {
        ReadAhead.Next<BlockReading> next = ahead.next();
        switch (next.found()) {
          case Found.Intact intact ->
              result = after(result, intact.record(), next.made().orElseThrow());
          case Found.Damaged damaged ->
              result =
                  result.damagedBy(
                      "%s: %s.".formatted(damaged.damage().where(), damaged.damage().message()));
          case Found.End ignored -> {
            return result;
          }
        }
        if (result.damage != null) {
          return result;
        }
        if (!progress.at(result.tip.height() + 1, 0)) {
          throw new CancellationException("reading the chain was cancelled");
        }
      }
    }
  }

  private static BlockReading reading(StoredRecord record, Limits limits) {
    return record.type() == RecordType.BLOCK
        ? BlockReading.of(record.bytes(), limits)
        : new BlockReading.Unreadable("a block is expected, not " + record.type() + ".");
  }

  private Result after(Result before, StoredRecord record, BlockReading reading) {
    return switch (judge.judge(before.tip, reading)) {
      case Judged.Sound sound when isForged(sound) ->
          before.damagedBy(
              "%s: block %d is damaged: its seal is not its validator's."
                  .formatted(record.where(), sound.after().height()));
      case Judged.Sound sound -> {
        places.add(BlockPlaces.Place.of(sound, record.location()));
        Result after = new Result(sound.after(), record.location(), null, false);
        if (sound.after().height() == witness) {
          witnessed = after.entry().orElseThrow();
        }
        yield after;
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

  private boolean isForged(Judged.Sound sound) {
    return sound.after().height() > witness
        && sound.pending().stream()
            .filter(pending -> pending.transaction().isEmpty())
            .anyMatch(pending -> !pending.check().holds());
  }

  /// The block of the height that was asked for, where the chain goes that far.
  Optional<ChainIndex.Entry> witnessed() {
    return Optional.ofNullable(witnessed);
  }

  /// Where the intact part of a chain ends, and why it ends there.
  ///
  /// @param location of the newest block; null before the first
  /// @param damage what stands behind it; null where nothing does
  /// @param lost whether the index knows blocks behind it, and is kept as the witness
  record Result(Tip tip, @Nullable Location location, @Nullable String damage, boolean lost) {
    Result damagedBy(String what) {
      return new Result(tip, location, what, lost);
    }

    /// The damage in the segments, where there is one, says it already.
    Result lostBehind(String what) {
      return new Result(tip, location, damage == null ? what : damage, true);
    }

    Optional<ChainIndex.Entry> entry() {
      return Optional.ofNullable(location)
          .map(place -> new ChainIndex.Entry(tip.height(), tip.hash(), place));
    }
  }
}

package touchmark.ledger.chain;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.StoredRecord;

/// Reads a chain from its records when it is opened: folds the state, and brings the index up to
/// date. Everything is judged but signatures, which `chain verify` checks.
///
/// @param tip where the intact part of the chain ends
/// @param damage what stands behind it
record Replay(Tip tip, Optional<String> damage) {
  private static final int COMMIT_EVERY = 20_000;

  static Replay of(RecordStore store, ChainIndex index, BlockJudge judge, Progress progress)
      throws StoreException {
    Replay first = run(store, index, judge, progress, newest(index));
    if (upToDate(index, first.tip)) {
      return first;
    }
    return rebuild(store, index, judge, progress);
  }

  /// Fills an emptied index.
  static Replay rebuild(RecordStore store, ChainIndex index, BlockJudge judge, Progress progress)
      throws StoreException {
    index.clear();
    return run(store, index, judge, progress, -1);
  }

  private static long newest(ChainIndex index) throws StoreException {
    return index.newest().map(ChainIndex.Newest::height).orElse(-1L);
  }

  private static boolean upToDate(ChainIndex index, Tip tip) throws StoreException {
    Optional<ChainIndex.Newest> newest = index.newest();
    return newest.map(ChainIndex.Newest::hash).map(tip.hash()::equals).orElse(tip.height() == -1);
  }

  /// @param indexed blocks up to this height are in the index already
  private static Replay run(
      RecordStore store, ChainIndex index, BlockJudge judge, Progress progress, long indexed)
      throws StoreException {
    try (RecordCursor cursor = store.scan()) {
      Tip tip = GenesisRecord.begin(GenesisRecord.read(cursor));
      long uncommitted = 0;
      while (true) {
        Optional<String> end = Optional.empty();
        switch (cursor.next()) {
          case Found.Intact intact -> {
            StoredRecord record = intact.record();
            if (record.type() != RecordType.BLOCK) {
              end =
                  Optional.of(record.where() + ": a block is expected, not " + record.type() + ".");
            } else {
              switch (judge.judge(tip, record.bytes())) {
                case Judged.Sound sound -> {
                  tip = sound.after();
                  if (tip.height() > indexed) {
                    index.add(Indexing.of(sound.block(), sound.transactions(), record.location()));
                    uncommitted += sound.transactions().size() + 1;
                  }
                }
                case Judged.Unsound unsound ->
                    end =
                        Optional.of(
                            "%s: block %d is damaged: %s"
                                .formatted(
                                    record.where(),
                                    tip.height() + 1,
                                    unsound.faults().getFirst().message()));
              }
            }
          }
          case Found.Damaged damaged ->
              end =
                  Optional.of(
                      "%s: %s.".formatted(damaged.damage().where(), damaged.damage().message()));
          case Found.End ignored -> {
            index.commit();
            return new Replay(tip, Optional.empty());
          }
        }
        if (end.isPresent()) {
          index.commit();
          return new Replay(tip, end);
        }
        if (uncommitted >= COMMIT_EVERY) {
          index.commit();
          uncommitted = 0;
        }
        if (!progress.at(tip.height() + 1, 0)) {
          throw new CancellationException("opening the chain was cancelled");
        }
      }
    }
  }
}

package touchmark.ledger.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.ChainReport;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Block;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.Damage;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.IndexedBlock;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.StoredRecord;

/// Derives everything again from the bytes: framing and checksums, hashes, links, the tree's size
/// and root, seals, signatures, certificates at block time, the rules by replay, and what the index
/// holds. Names what is wrong by block, transaction and byte range. Used once, by one thread.
public final class ChainVerifier {
  private static final Logger LOG = LoggerFactory.getLogger(ChainVerifier.class);

  private final BlockJudge judge;
  private final Optional<ChainIndex> index;
  private final SignaturePool signatures;
  private final Progress progress;

  private final List<Placed> problems = new ArrayList<>();
  // Filled by the pool's threads.
  private final ConcurrentLinkedQueue<Placed> wrongSignatures = new ConcurrentLinkedQueue<>();
  private long total;
  private long blocks;
  private long transactions;
  private @Nullable Tip tip;
  private boolean replaying = true;

  /// @param index to be compared with the segments, where it is at hand
  public ChainVerifier(
      BlockJudge judge, Optional<ChainIndex> index, SignaturePool signatures, Progress progress) {
    this.judge = judge;
    this.index = index;
    this.signatures = signatures;
    this.progress = progress;
  }

  /// Reads everything that the cursor gives.
  ///
  /// @param total blocks to expect, for the progress, and as many as the index is sure to hold; 0
  ///   when unknown
  /// @param indexed the newest height that the index knew before the cursor was opened
  /// @throws StoreException if the disk cannot be read
  /// @throws CancellationException if the progress said so
  public ChainReport verify(RecordCursor cursor, long total, Optional<Long> indexed)
      throws StoreException {
    this.total = total;
    boolean more = true;
    while (more) {
      switch (cursor.next()) {
        case Found.Intact intact -> record(intact.record());
        case Found.Damaged damaged -> damage(damaged.damage());
        case Found.End ignored -> more = false;
      }
      if (!progress.at(blocks, total)) {
        throw new CancellationException("verification was cancelled");
      }
    }
    if (tip == null && replaying) {
      problem(
          0,
          OptionalInt.empty(),
          "genesis",
          "There is no chain: the network's genesis is missing.");
    }
    if (replaying && indexed.isPresent() && indexed.get() >= blocks) {
      problem(
          blocks,
          OptionalInt.empty(),
          "blocks %d to %d".formatted(blocks, indexed.get()),
          LostBlocks.sentence(blocks - 1, indexed.get()));
    }
    signatures.await();
    problems.addAll(wrongSignatures);
    problems.sort(Comparator.comparingLong(Placed::height).thenComparingInt(Placed::transaction));
    return new ChainReport(
        blocks,
        transactions,
        tip == null ? "" : tip.hash().hex(),
        problems.stream().map(Placed::problem).toList());
  }

  private void record(StoredRecord record) throws StoreException {
    switch (record.type()) {
      case GENESIS -> genesis(record);
      case BLOCK -> block(record);
      case FINALITY, EVIDENCE, END ->
          problem(
              height(),
              OptionalInt.empty(),
              record.where(),
              "A record of type %s is not expected in this chain.".formatted(record.type()));
    }
  }

  private void genesis(StoredRecord record) {
    if (tip != null || blocks > 0) {
      problem(height(), OptionalInt.empty(), record.where(), "A second genesis is not expected.");
      return;
    }
    try {
      tip = Tip.begin(record.bytes());
    } catch (MalformedException e) {
      replaying = false;
      problem(0, OptionalInt.empty(), "genesis, " + record.where(), e.getMessage() + ".");
    }
  }

  private void block(StoredRecord record) throws StoreException {
    long height = blocks++;
    Tip before = tip;
    if (!replaying || before == null) {
      if (replaying) {
        replaying = false;
        problem(
            height,
            OptionalInt.empty(),
            record.where(),
            "The genesis is expected before the first block.");
      }
      return;
    }
    switch (judge.judge(before, record.bytes())) {
      case Judged.Sound sound -> {
        tip = sound.after();
        transactions += sound.transactions().size();
        signatures.check(
            sound.pending(),
            wrong ->
                wrongSignatures.add(
                    placed(height, wrong.transaction(), sound.block(), record, wrong.fault())));
        if (height < total) {
          compareIndex(sound, record);
        }
      }
      case Judged.Unsound unsound -> {
        for (Fault fault : unsound.faults()) {
          problem(
              height,
              fault.transaction(),
              where(height, fault.transaction(), "", record.where()),
              fault.message());
        }
        stopReplay(height);
      }
    }
  }

  private void damage(Damage damage) {
    if (tip == null && blocks == 0) {
      replaying = false;
      problem(0, OptionalInt.empty(), "genesis, " + damage.where(), damage.message() + ".");
      return;
    }
    long height = blocks++;
    String message =
        damage.message() + (damage.torn() ? "; opening the chain moves it aside." : ".");
    problem(
        height,
        OptionalInt.empty(),
        where(height, OptionalInt.empty(), "", damage.where()),
        message);
    stopReplay(height);
  }

  private void stopReplay(long height) {
    if (replaying) {
      replaying = false;
      problem(
          height,
          OptionalInt.of(Integer.MAX_VALUE),
          "blocks after " + height,
          "They could only be checked for damage, since their past is not whole.");
    }
  }

  private void compareIndex(Judged.Sound sound, StoredRecord record) throws StoreException {
    if (index.isEmpty()) {
      return;
    }
    IndexedBlock expected = Indexing.of(sound.block(), sound.transactions(), record.location());
    if (!found(index.get(), expected.height()).equals(Optional.of(expected))) {
      problem(
          expected.height(),
          OptionalInt.empty(),
          "block %d, index".formatted(expected.height()),
          "The index does not hold what the segments say; it is made again after the folder 'index'"
              + " is deleted.");
    }
  }

  private static Optional<IndexedBlock> found(ChainIndex index, long height) throws StoreException {
    try {
      return index.indexed(height);
    } catch (IndexException e) {
      LOG.warn("The index could not say what it holds of block {}.", height, e);
      return Optional.empty();
    }
  }

  private long height() {
    return blocks;
  }

  private void problem(long height, OptionalInt transaction, String where, String message) {
    problems.add(
        new Placed(height, transaction.orElse(-1), new ChainReport.Problem(where, message)));
  }

  private static Placed placed(
      long height, OptionalInt transaction, Block block, StoredRecord record, Fault fault) {
    String txId =
        transaction.isPresent()
            ? " ("
                + PayloadCodec.txId(block.envelopes().get(transaction.getAsInt()).payload()).hex()
                + ")"
            : "";
    return new Placed(
        height,
        transaction.orElse(-1),
        new ChainReport.Problem(where(height, transaction, txId, record.where()), fault.message()));
  }

  private static String where(long height, OptionalInt transaction, String txId, String place) {
    return transaction.isPresent()
        ? "block %d, transaction %d%s, %s".formatted(height, transaction.getAsInt(), txId, place)
        : "block %d, %s".formatted(height, place);
  }

  private record Placed(long height, int transaction, ChainReport.Problem problem) {}
}

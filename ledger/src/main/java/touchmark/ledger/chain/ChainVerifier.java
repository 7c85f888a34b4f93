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
import touchmark.ledger.Since;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.BlockFrame;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.Damage;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.IndexSums;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordSource;
import touchmark.ledger.store.StoredRecord;

/// Derives everything again from the bytes: framing and checksums, hashes, links, the tree's size
/// and root, seals, signatures, certificates at block time, the rules by replay, and what the index
/// holds. Names what is wrong by block, transaction and byte range. Used once, by one thread.
public final class ChainVerifier {
  private static final Logger LOG = LoggerFactory.getLogger(ChainVerifier.class);

  private final BlockJudge judge;
  private final Optional<ChainIndex> index;
  private final Optional<Since> since;
  private final Optional<Since.Block> remembered;
  private final SignaturePool signatures;
  private final Progress progress;

  private final List<Placed> problems = new ArrayList<>();
  // Filled by the pool's threads.
  private final ConcurrentLinkedQueue<Placed> wrongSignatures = new ConcurrentLinkedQueue<>();
  private final IndexSums expectedIndex = new IndexSums();
  private Optional<ChainIndex.Entry> indexed = Optional.empty();
  private boolean indexCompared;
  private long firstCompared;
  private long lastCompared = -1;
  private long bytes;
  private long blocks;
  private long transactions;
  private long hashedOnly;
  private @Nullable Tip tip;
  private @Nullable VerifiedPart verified;
  private boolean replaying = true;

  /// @param index to be compared with the segments, where it is at hand
  /// @param since up to where hashes and roots are enough, and seals are not looked at
  /// @param remembered a block that was verified before and has to be there still
  public ChainVerifier(
      BlockJudge judge,
      Optional<ChainIndex> index,
      Optional<Since> since,
      Optional<Since.Block> remembered,
      SignaturePool signatures,
      Progress progress) {
    this.judge = judge;
    this.index = index;
    this.since = since;
    this.remembered = remembered;
    this.signatures = signatures;
    this.progress = progress;
  }

  /// Verifies all records.
  ///
  /// @param total bytes of them all, for the progress; 0 when unknown
  /// @throws StoreException if the disk cannot be read
  /// @throws CancellationException if the progress said so
  public ChainReport verify(RecordSource records, long total) throws StoreException {
    askIndex();
    try (RecordCursor cursor = records.scan()) {
      boolean more = true;
      while (more) {
        switch (cursor.next()) {
          case Found.Intact intact -> record(intact.record(), records);
          case Found.Damaged damaged -> damage(damaged.damage());
          case Found.End ignored -> more = false;
        }
        if (!progress.at(Math.min(bytes, total), total)) {
          throw new CancellationException("verification was cancelled");
        }
      }
    }
    end();
    signatures.await();
    problems.addAll(wrongSignatures);
    problems.sort(Comparator.comparingLong(Placed::height).thenComparingInt(Placed::transaction));
    return new ChainReport(
        blocks,
        transactions,
        head(),
        hashedOnly,
        indexCompared,
        problems.stream().map(Placed::problem).toList());
  }

  /// How far the index goes, before the segments are read: they go further, never less far.
  private void askIndex() throws StoreException {
    if (index.isPresent()) {
      try {
        indexed = index.get().newest();
        indexCompared = true;
      } catch (IndexException e) {
        wrongIndex("The index cannot be read: " + e.getMessage());
      }
    }
  }

  private String head() {
    VerifiedPart part = verified;
    if (part != null && hashedOnly == blocks) {
      return part.hash().hex();
    }
    return tip == null ? "" : tip.hash().hex();
  }

  private void record(StoredRecord record, RecordSource records) throws StoreException {
    bytes += record.length();
    switch (record.type()) {
      case GENESIS -> genesis(record);
      case BLOCK -> block(record, records);
      case FINALITY, EVIDENCE, END ->
          problem(
              blocks,
              OptionalInt.empty(),
              record.where(),
              "A record of type %s is not expected in this chain.".formatted(record.type()));
    }
  }

  private void genesis(StoredRecord record) {
    if (tip != null || blocks > 0) {
      problem(blocks, OptionalInt.empty(), record.where(), "A second genesis is not expected.");
      return;
    }
    try {
      Tip begin = Tip.begin(record.bytes());
      tip = begin;
      verified = since.map(known -> new VerifiedPart(known, begin)).orElse(null);
    } catch (MalformedException e) {
      replaying = false;
      problem(0, OptionalInt.empty(), "genesis, " + record.where(), e.getMessage() + ".");
    }
  }

  private void block(StoredRecord record, RecordSource records) throws StoreException {
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
    VerifiedPart part = verified;
    if (part != null && !part.reached() && known(part, height, record)) {
      return;
    }
    if (part != null && before.height() < part.height()) {
      before = Folding.upTo(part.height(), records, progress);
      tip = before;
    }
    full(before, height, record);
  }

  /// Whether nothing is left to be done about a block.
  private boolean known(VerifiedPart part, long height, StoredRecord record) {
    return switch (part.add(record)) {
      case VerifiedPart.Taken.Known ignored -> {
        hashedOnly++;
        firstCompared = height + 1;
        transactions = part.transactions();
        yield true;
      }
      case VerifiedPart.Taken.EndsTree ignored -> false;
      case VerifiedPart.Taken.Wrong wrong -> {
        problem(
            height,
            OptionalInt.empty(),
            where(height, OptionalInt.empty(), "", record.where()),
            wrong.message());
        stopReplay(height);
        yield true;
      }
    };
  }

  private void full(Tip before, long height, StoredRecord record) {
    switch (judge.judge(before, record.bytes())) {
      case Judged.Sound sound -> {
        tip = sound.after();
        compareRemembered(height, sound.after().hash(), record);
        transactions += sound.transactions().size();
        signatures.check(
            sound.pending(),
            wrong ->
                wrongSignatures.add(
                    placed(height, wrong.transaction(), sound.block(), record, wrong.fault())));
        if (indexed.isPresent() && height <= indexed.get().height()) {
          expectedIndex.add(
              IndexFilling.indexed(sound.block(), sound.transactions(), record.location()));
          lastCompared = height;
        }
      }
      case Judged.Unsound unsound -> {
        for (Fault fault : unsound.faults()) {
          problem(
              height,
              fault.transaction(),
              where(height, fault.transaction(), "", place(record, fault.transaction())),
              fault.message());
        }
        stopReplay(height);
      }
    }
  }

  private void compareRemembered(long height, BlockHash found, StoredRecord record) {
    remembered
        .filter(known -> known.height() == height && !known.hash().equals(found))
        .ifPresent(
            known ->
                problem(
                    height,
                    OptionalInt.empty(),
                    where(height, OptionalInt.empty(), "", record.where()),
                    "The hash %s of the block that was verified here before is expected, not %s."
                        .formatted(known.hash().hex(), found.hex())));
  }

  private void damage(Damage damage) {
    bytes += damage.to() - damage.from();
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

  private void end() throws StoreException {
    VerifiedPart part = verified;
    if (tip == null && replaying) {
      problem(
          0,
          OptionalInt.empty(),
          "genesis",
          "There is no chain: the network's genesis is missing.");
    } else if (replaying && part != null && !part.reached()) {
      problem(
          blocks,
          OptionalInt.empty(),
          "blocks behind " + (blocks - 1),
          "The chain ends before %s, which was verified before: blocks were lost."
              .formatted(part.expected()));
    } else if (replaying && indexed.isPresent() && indexed.get().height() >= blocks) {
      problem(
          blocks,
          OptionalInt.empty(),
          "blocks %d to %d".formatted(blocks, indexed.get().height()),
          LostBlocks.sentence(blocks - 1, indexed.get().height()));
    } else if (replaying && remembered.isPresent() && remembered.get().height() >= blocks) {
      problem(
          blocks,
          OptionalInt.empty(),
          "blocks %d to %d".formatted(blocks, remembered.get().height()),
          "They were verified here before, and are lost.");
    }
    compareIndex();
  }

  /// Compares as many blocks as both have, whatever is wrong behind them.
  private void compareIndex() throws StoreException {
    if (index.isEmpty() || lastCompared < firstCompared) {
      return;
    }
    try {
      index
          .get()
          .sums(firstCompared, lastCompared)
          .differenceTo(expectedIndex)
          .ifPresent(
              part ->
                  wrongIndex(
                      "The index does not hold what the segments say (%s)."
                          .formatted(part.words())));
    } catch (IndexException e) {
      wrongIndex("The index cannot be read: " + e.getMessage());
    }
  }

  private void wrongIndex(String message) {
    LOG.warn("{}", message);
    problem(
        Long.MAX_VALUE,
        OptionalInt.empty(),
        "index, blocks %d to %d".formatted(firstCompared, Math.max(firstCompared, lastCompared)),
        message + " It is made again by 'chain rebuild-index'.");
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
        new ChainReport.Problem(
            where(height, transaction, txId, place(record, transaction)), fault.message()));
  }

  /// The byte range of a transaction's envelope, where the block's frame can be taken apart.
  private static String place(StoredRecord record, OptionalInt transaction) {
    if (transaction.isEmpty()) {
      return record.where();
    }
    try {
      BlockFrame frame = BlockFrame.of(record.bytes().toArray());
      int envelope = transaction.getAsInt();
      return envelope < frame.size()
          ? record.where(frame.start(envelope), frame.end(envelope))
          : record.where();
    } catch (MalformedException e) {
      LOG.debug("The transaction's place is not known.", e);
      return record.where();
    }
  }

  private static String where(long height, OptionalInt transaction, String txId, String place) {
    return transaction.isPresent()
        ? "block %d, transaction %d%s, %s".formatted(height, transaction.getAsInt(), txId, place)
        : "block %d, %s".formatted(height, place);
  }

  private record Placed(long height, int transaction, ChainReport.Problem problem) {}
}

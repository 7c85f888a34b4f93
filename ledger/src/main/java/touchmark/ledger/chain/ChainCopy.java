package touchmark.ledger.chain;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.GenesisCodec;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.store.ExportFile;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.StoredRecord;

/// A chain out of its segments into one file, and back. Both stream: neither holds more than a
/// block.
public final class ChainCopy {
  private ChainCopy() {}

  /// Writes the chain up to a tip.
  ///
  /// @throws StoreException if something cannot be read or written; the file is then not there
  /// @throws CancellationException if the progress said so
  public static void export(RecordStore store, Tip tip, Path file, Progress progress)
      throws StoreException {
    try (ExportFile out = ExportFile.create(file);
        RecordCursor cursor = store.scan()) {
      StoredRecord genesis = GenesisRecord.read(cursor);
      out.append(RecordType.GENESIS, genesis.bytes().toArray());
      for (long height = 0; height <= tip.height(); height++) {
        StoredRecord record = required(cursor.next(), RecordType.BLOCK);
        out.append(RecordType.BLOCK, record.bytes().toArray());
        goOn(progress, height + 1, tip.height() + 1);
      }
      out.append(RecordType.END, end(tip));
      out.finish();
    }
  }

  /// Reads a file into an empty store, each block checked whole before it is kept.
  ///
  /// @return where the chain stands
  /// @throws StoreException if anything in the file is not as it must be: the place, what was
  ///   expected, what was found
  /// @throws CancellationException if the progress said so
  public static Tip restore(
      Path file, RecordStore store, BlockJudge judge, SignaturePool signatures, Progress progress)
      throws StoreException {
    try (RecordCursor cursor = ExportFile.read(file)) {
      StoredRecord genesis = GenesisRecord.read(cursor);
      Tip tip = GenesisRecord.begin(genesis);
      store.append(RecordType.GENESIS, genesis.bytes().toArray());
      while (true) {
        StoredRecord record = intact(cursor.next());
        if (record.type() == RecordType.END) {
          requireEnd(record, tip, cursor);
          store.force();
          return tip;
        }
        requireType(record, RecordType.BLOCK);
        tip = checked(judge, signatures, tip, record).after();
        store.append(RecordType.BLOCK, record.bytes().toArray());
        goOn(progress, tip.height() + 1, 0);
      }
    }
  }

  /// The network that an exported file belongs to.
  public static NetworkId networkOf(Path file) throws StoreException {
    try (RecordCursor cursor = ExportFile.read(file)) {
      return GenesisCodec.networkId(GenesisRecord.read(cursor).bytes());
    }
  }

  /// The hash of a block of a chain that is whole; 32 zero bytes before the first.
  public static BlockHash hashAt(RecordStore store, long height) throws StoreException {
    try (RecordCursor cursor = store.scan()) {
      BlockHash hash = GenesisRecord.begin(GenesisRecord.read(cursor)).hash();
      for (long at = 0; at <= height; at++) {
        StoredRecord record = required(cursor.next(), RecordType.BLOCK);
        hash = Blocks.decode(record.bytes().toArray()).hash();
      }
      return hash;
    } catch (MalformedException e) {
      throw new StoreException(
          "A block that was just checked cannot be read: " + e.getMessage(), e);
    }
  }

  private static Judged.Sound checked(
      BlockJudge judge, SignaturePool signatures, Tip tip, StoredRecord record)
      throws StoreException {
    return switch (judge.judge(tip, record.bytes())) {
      case Judged.Sound sound -> {
        List<Pending> wrong = signatures.wrongOf(sound.pending());
        if (!wrong.isEmpty()) {
          throw refused(record, tip, wrong.getFirst().fault());
        }
        yield sound;
      }
      case Judged.Unsound unsound -> throw refused(record, tip, unsound.faults().getFirst());
    };
  }

  private static StoreException refused(StoredRecord record, Tip tip, Fault fault) {
    String transaction =
        fault.transaction().isPresent() ? ", transaction " + fault.transaction().getAsInt() : "";
    return new StoreException(
        "%s: block %d%s does not count: %s"
            .formatted(record.where(), tip.height() + 1, transaction, fault.message()));
  }

  private static byte[] end(Tip tip) {
    byte[] hash = tip.hash().digest().bytes();
    return ByteBuffer.allocate(Long.BYTES + hash.length)
        .putLong(tip.height() + 1)
        .put(hash)
        .array();
  }

  private static void requireEnd(StoredRecord record, Tip tip, RecordCursor cursor)
      throws StoreException {
    if (!record.bytes().equals(Bytes.of(end(tip)))) {
      throw new StoreException(
          "%s: the file's end names another number of blocks or another head than %d and %s."
              .formatted(record.where(), tip.height() + 1, tip.hash().hex()));
    }
    if (!(cursor.next() instanceof Found.End)) {
      throw new StoreException(record.where() + ": the file goes on after its end.");
    }
  }

  private static StoredRecord required(Found found, RecordType type) throws StoreException {
    StoredRecord record = intact(found);
    requireType(record, type);
    return record;
  }

  private static void requireType(StoredRecord record, RecordType type) throws StoreException {
    if (record.type() != type) {
      throw new StoreException(
          "%s: a %s record is expected, %s is found."
              .formatted(record.where(), type, record.type()));
    }
  }

  private static StoredRecord intact(Found found) throws StoreException {
    return switch (found) {
      case Found.Intact intact -> intact.record();
      case Found.Damaged damaged ->
          throw new StoreException(
              "%s: %s.".formatted(damaged.damage().where(), damaged.damage().message()));
      case Found.End ignored ->
          throw new StoreException("The file ends before its end is marked: it was cut short.");
    };
  }

  private static void goOn(Progress progress, long done, long total) {
    if (!progress.at(done, total)) {
      throw new CancellationException("copying the chain was cancelled");
    }
  }
}

package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.ChainVerifier;
import touchmark.ledger.chain.SignaturePool;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.StoredRecord;

/// What a block or tree that was verified before covers below itself: each byte of the segment is
/// altered, with the checksums mended as whoever edits the disk would, and all but those of the
/// seals are reported.
class SinceFlipTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final int FILE_HEAD = 16;
  private static final int RECORD_HEAD = 13;

  @TempDir Path home;
  private Head known;
  private byte[] whole;
  private final List<StoredRecord> records = new ArrayList<>();

  @BeforeEach
  void found() throws Exception {
    try (Ledger ledger = PARTIES.foundAlone(home, TestParties.clock())) {
      PARTIES.enrolPerson(ledger, TestParties.ERIN, ACME);
      known = ledger.head();
      done(PARTIES.claim(ledger, ACME, fingerprint("bracket")));
    }
    whole = Files.readAllBytes(segment());
    try (RecordCursor cursor = SegmentStore.scan(home.resolve("segments"))) {
      while (cursor.next() instanceof Found.Intact intact) {
        records.add(intact.record());
      }
    }
  }

  private Path segment() {
    return home.resolve("segments").resolve("000000.seg");
  }

  @Test
  void aKnownBlockCoversEveryByteUpToItsEndButTheSeals() throws Exception {
    int blocks = Math.toIntExact(known.height() + 1);

    assertThat(
            unreported(
                "up to a known block",
                new Since.Block(known.height(), known.block()),
                0,
                end(blocks)))
        .isEqualTo(seals(blocks));
  }

  @Test
  void aKnownTreeCoversEveryByteUpToTheBlockThatEndsItButTheSealsBelow() throws Exception {
    int blocks = Math.toIntExact(known.height() + 1);

    assertThat(
            unreported(
                "up to a known tree",
                new Since.Tree(known.transactions(), known.root()),
                0,
                end(blocks)))
        .isEqualTo(seals(blocks - 1));
  }

  @Test
  void theBlockThatEndsAKnownTreeIsCoveredToItsSealThoughNoneIsAbove() throws Exception {
    whole = Arrays.copyOf(whole, end(Math.toIntExact(known.height() + 1)));
    int from = end(Math.toIntExact(known.height()));

    assertThat(
            unreported(
                "of the block that ends a known tree",
                new Since.Tree(known.transactions(), known.root()),
                from,
                whole.length))
        .isEqualTo(new BitSet());
  }

  /// The places of those bytes that can be altered without being reported.
  private BitSet unreported(String what, Since since, int from, int to) throws Exception {
    Certificates certificates = new Certificates();
    BlockJudge judge = new BlockJudge(new Policy(certificates), certificates);
    BitSet unreported = new BitSet();
    try (SignaturePool signatures = new SignaturePool(1)) {
      Files.write(segment(), whole);
      assertThat(verified(judge, since, signatures)).isTrue();
      for (int i = from; i < to; i++) {
        Files.write(segment(), flipped(i));
        if (verified(judge, since, signatures)) {
          unreported.set(i);
        }
      }
    }
    Counted.keep(
        "every byte %s flipped, one at a time, checksums mended".formatted(what),
        to - from,
        "reported, but for those of the seals below, which no hash covers");
    return unreported;
  }

  private boolean verified(BlockJudge judge, Since since, SignaturePool signatures)
      throws StoreException {
    return new ChainVerifier(
            judge,
            Optional.empty(),
            Optional.of(since),
            Optional.empty(),
            signatures,
            Progress.SILENT)
        .verify(() -> SegmentStore.scan(home.resolve("segments")), 0)
        .ok();
  }

  /// Another byte in its place, under good checksums unless it is one of theirs.
  private byte[] flipped(int at) {
    byte[] bytes = whole.clone();
    bytes[at] ^= (byte) (1 << (at % 8));
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (at < FILE_HEAD) {
      mend(file, 0, FILE_HEAD - Integer.BYTES, FILE_HEAD - Integer.BYTES, at);
      return bytes;
    }
    for (StoredRecord record : records) {
      int start = Math.toIntExact(record.location().offset());
      if (at >= start && at < start + record.length()) {
        mend(file, start, 5, start + 5, at);
        int content = start + RECORD_HEAD;
        int length = file.getInt(start + 1);
        if (length >= 0 && length <= bytes.length - content) {
          mend(file, content, length, start + 9, at);
        }
      }
    }
    return bytes;
  }

  private static void mend(ByteBuffer file, int from, int length, int checksum, int flipped) {
    if (flipped < checksum || flipped >= checksum + Integer.BYTES) {
      CRC32C crc = new CRC32C();
      crc.update(file.array(), from, length);
      file.putInt(checksum, (int) crc.getValue());
    }
  }

  /// The bytes of the first blocks' seals.
  private BitSet seals(int blocks) throws Exception {
    BitSet seals = new BitSet();
    for (StoredRecord record : blockRecords().subList(0, blocks)) {
      int end = end(record);
      seals.set(end - Blocks.decode(record.bytes().toArray()).seal().length(), end);
    }
    return seals;
  }

  /// Behind the first blocks.
  private int end(int blocks) {
    return end(blockRecords().get(blocks - 1));
  }

  private static int end(StoredRecord record) {
    return Math.toIntExact(record.location().offset() + record.length());
  }

  private List<StoredRecord> blockRecords() {
    return records.stream().filter(record -> record.type() == RecordType.BLOCK).toList();
  }
}

package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Limits;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.StoredRecord;

class ChainDamageTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");

  @TempDir Path home;
  private final TestClock clock = TestParties.clock();
  private Path segment;

  @BeforeEach
  void nameTheSegment() {
    segment = home.resolve("segments").resolve("000000.seg");
  }

  private void foundSmall() throws StoreException {
    try (Ledger ledger = PARTIES.foundAlone(home, clock)) {
      PARTIES.enrolPerson(ledger, TestParties.ERIN, ACME);
      done(PARTIES.claim(ledger, ACME, BRACKET));
    }
  }

  @Test
  void aBlockThatSomebodyElseAppendedToTheFileIsNotTakenForTheValidators() throws Exception {
    foundSmall();
    Block newest = blocks().getLast();
    append(forgedAfter(newest));
    assertEndsWith(newest);
  }

  @Test
  void blocksThatSomebodyPutInThePlaceOfOthersAreNotTakenEither() throws Exception {
    foundSmall();
    List<Block> blocks = blocks();
    Block kept = blocks.get(blocks.size() - 2);
    long cut = blockStarts(home).lastKey();
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.truncate(cut);
    }
    Block forged = forgedAfter(kept);
    append(forged);
    append(forgedAfter(forged));
    assertEndsWith(kept);
  }

  private void assertEndsWith(Block newest) throws StoreException {
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.head().block()).isEqualTo(newest.hash());
      assertThat(ledger.readOnlyBecause().orElseThrow())
          .contains("block " + (newest.header().height() + 1), "its seal is not its validator's");
      assertThat(ledger.canSeal()).isFalse();
    }
  }

  private List<Block> blocks() throws Exception {
    List<Block> blocks = new ArrayList<>();
    try (RecordCursor cursor = SegmentStore.scan(home.resolve("segments"))) {
      while (cursor.next() instanceof Found.Intact intact) {
        if (intact.record().type() == RecordType.BLOCK) {
          blocks.add(Blocks.decode(intact.record().bytes().toArray(), Limits.WIDEST));
        }
      }
    }
    return blocks;
  }

  /// An empty block that follows well, but for its seal.
  private static Block forgedAfter(Block before) {
    BlockHeader last = before.header();
    BlockHeader header =
        new BlockHeader(
            BlockHeader.VERSION,
            last.network(),
            last.height() + 1,
            before.hash(),
            last.timestamp().plusMillis(1),
            last.treeSize(),
            last.treeRoot(),
            last.validatorSet(),
            last.validator());
    // well-formed DER, as a signature is
    return Blocks.of(header, List.of(), Bytes.of(HexFormat.of().parseHex("300602010102010f")));
  }

  private void append(Block block) throws StoreException {
    try (SegmentStore store =
        SegmentStore.open(home.resolve("segments"), SegmentStore.DEFAULT_SEGMENT_SIZE)) {
      store.append(RecordType.BLOCK, Blocks.encode(block));
    }
  }

  /// Which block each byte of the segment belongs to; -1 is the genesis and what is before it.
  static NavigableMap<Long, Integer> blockStarts(Path home) throws StoreException {
    NavigableMap<Long, Integer> starts = new TreeMap<>();
    starts.put(0L, -1);
    try (RecordCursor cursor = SegmentStore.scan(home.resolve("segments"))) {
      int height = 0;
      while (cursor.next() instanceof Found.Intact intact) {
        StoredRecord record = intact.record();
        if (record.type() == RecordType.BLOCK) {
          starts.put(record.location().offset(), height++);
        }
      }
    }
    return starts;
  }

  @Test
  void aDamagedChainIsReadUpToTheDamageAndWritesNoMore() throws Exception {
    foundSmall();
    NavigableMap<Long, Integer> starts = blockStarts(home);
    byte[] whole = Files.readAllBytes(segment);
    for (int i = 0; i < whole.length; i += 1_009) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x20;
      Files.write(segment, flipped);
      int height = starts.floorEntry((long) i).getValue();
      if (height < 0) {
        assertThatThrownBy(() -> PARTIES.open(home, clock))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("genesis cannot be read");
      } else {
        try (Ledger ledger = PARTIES.open(home, clock)) {
          assertThat(ledger.head().height()).isEqualTo(height - 1);
          assertThat(ledger.canSeal()).isFalse();
          assertThat(ledger.verify(Progress.SILENT).ok()).isFalse();
          assertThatThrownBy(() -> PARTIES.claim(ledger, ACME, fingerprint("new")))
              .isInstanceOf(StoreException.class)
              .hasMessageContaining("000000.seg, bytes");
        }
      }
      assertThat(segment).hasBinaryContent(flipped);
    }
    Files.write(segment, whole);
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.claimOf(BRACKET)).isPresent();
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }

  @Test
  void aByteThatChangesWhileTheLedgerIsOpenIsFound() throws Exception {
    try (Ledger ledger = PARTIES.found(home, clock)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length - 10] ^= 1;
      Files.write(segment, bytes);

      ChainReport report = ledger.verify(Progress.SILENT);

      assertThat(report.problems().getFirst().where()).startsWith("block 9, 000000.seg, bytes");
    }
  }

  @Test
  void aLostIndexIsMadeAgain() throws Exception {
    try (Ledger ledger = PARTIES.found(home, clock)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
    }
    Files.delete(home.resolve("index").resolve("index.mv.db"));
    requireAllAnswers();
  }

  @Test
  void aGarbledIndexIsMadeAgain() throws Exception {
    try (Ledger ledger = PARTIES.found(home, clock)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
    }
    Path index = home.resolve("index").resolve("index.mv.db");
    byte[] bytes = Files.readAllBytes(index);
    for (int step : new int[] {1, 3, 64, 511}) {
      byte[] garbled = bytes.clone();
      for (int i = 0; i < garbled.length; i += step) {
        garbled[i] ^= 0x55;
      }
      Files.write(index, garbled);
      requireAllAnswers();
    }
  }

  @Test
  void anIndexOfAnotherChainIsMadeAgain() throws Exception {
    try (Ledger ledger = PARTIES.found(home, clock)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
    }
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    try (Ledger other = PARTIES.found(elsewhere, clock)) {
      done(PARTIES.claim(other, BOLT, BRACKET));
      done(PARTIES.claim(other, BOLT, fingerprint("other")));
    }
    replace(elsewhere.resolve("index"), home.resolve("index"));
    requireAllAnswers();
  }

  private static void replace(Path from, Path to) throws IOException {
    Files.write(to.resolve("index.mv.db"), Files.readAllBytes(from.resolve("index.mv.db")));
  }

  private void requireAllAnswers() throws StoreException {
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.history(BRACKET)).hasSize(1);
      assertThat(ledger.claims(10)).hasSize(1);
      assertThat(ledger.involving(ACME)).hasSize(1);
      assertThat(ledger.involving(BOLT)).isEmpty();
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
      assertThat(ledger.canSeal()).isTrue();
    }
  }
}

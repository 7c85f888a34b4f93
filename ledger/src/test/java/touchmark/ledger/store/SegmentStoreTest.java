package touchmark.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.StoreException;

class SegmentStoreTest extends RecordStoreContract {
  private static final List<String> ALL = List.of("GENESIS begin", "BLOCK one", "BLOCK two");

  @TempDir Path home;
  private Path segments;
  private Path first;

  @BeforeEach
  void nameTheFiles() {
    segments = home.resolve("segments mit Umlaut ü");
    first = segments.resolve("000000.seg");
  }

  @Override
  RecordStore store() throws StoreException {
    return SegmentStore.open(segments, SegmentStore.DEFAULT_SEGMENT_SIZE);
  }

  private void writeThree(long segmentSize) throws StoreException {
    try (RecordStore store = SegmentStore.open(segments, segmentSize)) {
      store.append(RecordType.GENESIS, bytes("begin"));
      store.append(RecordType.BLOCK, bytes("one"));
      store.append(RecordType.BLOCK, bytes("two"));
      store.force();
    }
  }

  @Test
  void recordsOutliveTheProcess() throws StoreException {
    writeThree(SegmentStore.DEFAULT_SEGMENT_SIZE);
    try (RecordStore store = store()) {
      assertThat(texts(store.scan())).isEqualTo(ALL);
    }
  }

  @Test
  void aFullSegmentIsFollowedByTheNext() throws StoreException {
    writeThree(20);
    assertThat(segments.resolve("000002.seg")).exists();
    try (RecordStore store = SegmentStore.open(segments, 20)) {
      Location last = store.append(RecordType.BLOCK, bytes("three"));
      store.force();
      assertThat(last.segment()).isEqualTo(3);
      assertThat(texts(store.scan())).hasSize(4).containsAll(ALL).endsWith("BLOCK three");
    }
  }

  @Test
  void anyTornTailIsCutAndKeptAside() throws Exception {
    writeThree(SegmentStore.DEFAULT_SEGMENT_SIZE);
    byte[] whole = Files.readAllBytes(first);
    int lastRecord = whole.length - RecordFrame.HEAD - 3;
    for (int length = lastRecord + 1; length < whole.length; length++) {
      Files.write(first, Arrays.copyOf(whole, length));
      try (RecordStore store = store()) {
        assertThat(texts(store.scan())).containsExactly("GENESIS begin", "BLOCK one");
        assertThat(store.readOnlyBecause()).isEmpty();
        store.append(RecordType.BLOCK, bytes("new"));
        store.force();
        assertThat(texts(store.scan())).endsWith("BLOCK new");
      }
      assertThat(segments.resolve("000000.seg." + lastRecord + ".torn"))
          .hasBinaryContent(Arrays.copyOfRange(whole, lastRecord, length));
    }
  }

  @Test
  void spaceThatWasAllottedAndNeverFilledIsATornTail() throws Exception {
    writeThree(SegmentStore.DEFAULT_SEGMENT_SIZE);
    Files.write(first, new byte[5_000], StandardOpenOption.APPEND);
    try (RecordStore store = store()) {
      assertThat(texts(store.scan())).isEqualTo(ALL);
      assertThat(store.readOnlyBecause()).isEmpty();
    }
  }

  @Test
  void aTornStartOfTheLastSegmentIsCut() throws Exception {
    writeThree(20);
    Path last = segments.resolve("000002.seg");
    Files.write(last, Arrays.copyOf(Files.readAllBytes(last), 7));
    try (RecordStore store = SegmentStore.open(segments, 20)) {
      store.append(RecordType.BLOCK, bytes("new"));
      store.force();
      assertThat(texts(store.scan())).containsExactly("GENESIS begin", "BLOCK one", "BLOCK new");
    }
  }

  @Test
  void aFlippedByteStopsWritingAndIsNamed() throws Exception {
    writeThree(SegmentStore.DEFAULT_SEGMENT_SIZE);
    byte[] whole = Files.readAllBytes(first);
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x10;
      Files.write(first, flipped);
      try (RecordStore store = store()) {
        assertThat(store.readOnlyBecause()).as("byte %d", i).isPresent();
        assertThat(store.readOnlyBecause().orElseThrow()).contains("000000.seg, bytes ");
        assertThatThrownBy(() -> store.append(RecordType.BLOCK, bytes("new")))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("damaged chain");
      }
      assertThat(first).hasBinaryContent(flipped);
    }
  }

  @Test
  void aMissingSegmentIsNamed() throws Exception {
    writeThree(20);
    Files.delete(segments.resolve("000001.seg"));
    try (RecordStore store = SegmentStore.open(segments, 20)) {
      assertThat(store.readOnlyBecause().orElseThrow()).startsWith("000001.seg");
      assertThat(texts(store.scan())).containsExactly("GENESIS begin");
    }
  }

  @Test
  void aLyingLengthIsNotAllocated() throws Exception {
    Files.createDirectories(segments);
    byte[] head = RecordFrame.encode(RecordType.BLOCK, new byte[0]).array();
    byte[] start = FileStart.SEGMENT.encode(0);
    byte[] lie = Arrays.copyOf(start, start.length + head.length);
    ByteBuffer record = ByteBuffer.wrap(lie, start.length, head.length);
    record.put((byte) 2).putInt(Integer.MAX_VALUE);
    record.putInt(RecordFrame.crc(lie, start.length, 5));
    Files.write(first, lie);
    try (RecordStore store = store()) {
      assertThat(store.readOnlyBecause().orElseThrow()).contains("2147483647 bytes");
    }
  }

  @Test
  void aSecondProcessIsToldWhoHoldsTheLedger() throws Exception {
    try (HomeLock _ = HomeLock.take(home)) {
      assertThatThrownBy(() -> HomeLock.take(home))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    try (HomeLock again = HomeLock.take(home)) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void anUnfinishedExportLeavesNothingBehind() throws StoreException, IOException {
    Path file = home.resolve("chain.tmc");
    try (ExportFile export = ExportFile.create(file)) {
      export.append(RecordType.GENESIS, bytes("begin"));
    }
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).isEmpty();
    }
  }
}

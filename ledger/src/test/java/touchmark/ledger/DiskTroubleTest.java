package touchmark.ledger;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.consensus.Proposal;
import touchmark.ledger.consensus.Solo;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Statement;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.SmallDisk;
import touchmark.ledger.store.h2.H2Index;

/// The disk is full, forgetful, read-only, or lost something.
class DiskTroubleTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");

  @TempDir Path home;
  private final TestClock clock = TestParties.clock();
  private Path segments;
  private Path segment;

  @BeforeEach
  void found() throws StoreException {
    segments = home.resolve("segments");
    segment = segments.resolve("000000.seg");
    try (Ledger ledger = PARTIES.foundAlone(home, clock)) {
      PARTIES.enrolPerson(ledger, TestParties.ERIN, ACME);
      done(PARTIES.claim(ledger, ACME, BRACKET));
    }
  }

  /// A station over a disk; what [Ledger] wires, but for the disk.
  private static final class Station implements AutoCloseable {
    private final Chain chain;
    private final Solo solo;
    private final TransactionMaker maker;

    Station(RecordStore store, Clock clock) throws StoreException {
      Certificates certificates = new Certificates();
      Policy policy = new Policy(certificates);
      chain =
          Chain.open(
              store, H2Index.inMemory(), new BlockJudge(policy, certificates), Progress.SILENT);
      solo = new Solo(chain, policy, Optional.of(PARTIES.organization(ACME).sealer()), clock);
      maker = new TransactionMaker(clock, new SecureRandom());
    }

    Outcome claim(Fingerprint fingerprint) throws StoreException, MalformedException {
      return solo.propose(
              List.of(
                  Proposal.read(
                      maker.make(
                          TestParties.claimOf(ACME, fingerprint),
                          PARTIES.signed(ACME),
                          chain.tip().state()),
                      Limits.WIDEST)))
          .getFirst();
    }

    @Override
    public void close() throws StoreException {
      solo.close();
      chain.close();
    }
  }

  @Test
  void aFullDiskIsNamedAndNothingAcknowledgedIsLost() throws Exception {
    List<Fingerprint> recorded = new ArrayList<>(List.of(BRACKET));
    SmallDisk disk = new SmallDisk(5_000);
    try (Station station = new Station(disk.segments(segments), clock)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  done(station.claim(fingerprint("file " + i)));
                  recorded.add(fingerprint("file " + i));
                }
              })
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "%s cannot be written: No space left on device. Nothing was recorded."
                  .formatted(segment));
      assertThat(recorded).hasSizeGreaterThan(2);

      disk.makeRoom(5_000);
      done(station.claim(fingerprint("after room was made")));
      recorded.add(fingerprint("after room was made"));
    }
    try (Ledger ledger = PARTIES.open(home, clock)) {
      for (Fingerprint one : recorded) {
        assertThat(ledger.claimOf(one)).isPresent();
      }
      assertThat(ledger.claims(1_000)).hasSize(recorded.size());
      assertThat(ledger.canSeal()).isTrue();
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }

  @Test
  void aFullDiskAtAnyByteOfARecordLeavesTheChainWhole() throws Exception {
    byte[] before = Files.readAllBytes(segment);
    for (int room = 0; room < 700; room += 53) {
      try (Station station = new Station(new SmallDisk(room).segments(segments), clock)) {
        assertThatThrownBy(() -> station.claim(fingerprint("gear")))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("No space left on device");
      }
      assertThat(segment).hasBinaryContent(before);
    }
  }

  @Test
  void aDiskThatDoesNotConfirmStopsTheWriting() throws Exception {
    SmallDisk disk = new SmallDisk(1_000_000);
    try (Station station = new Station(disk.segments(segments), clock)) {
      disk.confirmNothing();
      assertThatThrownBy(() -> station.claim(fingerprint("gear")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("did not confirm the write: Input/output error");
      assertThat(station.solo.maySeal()).isFalse();
      assertThatThrownBy(() -> station.claim(fingerprint("gear")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("close the program and open it again");
    }
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.canSeal()).isTrue();
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }

  @Test
  void aReadOnlyFolderIsNamed() throws Exception {
    if (!home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Assumptions.abort("This file system has no permissions to take away.");
    }
    Path export = home.resolve("kept").resolve("chain.tmchain");
    Files.createDirectory(export.getParent());
    Files.delete(home.resolve("lock"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    Files.setPosixFilePermissions(export.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      if (Files.isWritable(home)) {
        Assumptions.abort("This test runs as a user whom permissions do not stop (root).");
      }
      assertThatThrownBy(() -> PARTIES.open(home, clock))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "%s cannot be locked: its permissions do not allow that"
                  .formatted(home.resolve("lock")));
      assertThat(Ledger.verifyIn(home, Progress.SILENT).problems()).isEmpty();
    } finally {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(
          export.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aMissingSegmentIsNamedAndTheChainReadUpToIt() throws Exception {
    splitSegments();
    Files.delete(segments.resolve("000002.seg"));
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.head().height()).isZero();
      assertThat(ledger.readOnlyBecause().orElseThrow())
          .startsWith("000002.seg")
          .contains("the segment files before 000003.seg are missing");
      assertThat(ledger.canSeal()).isFalse();
      assertThatThrownBy(() -> PARTIES.claim(ledger, ACME, fingerprint("gear")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("000003.seg are missing");
      assertThat(ledger.verify(Progress.SILENT).problems().getFirst().where())
          .startsWith("block 1, 000002.seg");
    }
  }

  /// One record a file.
  private void splitSegments() throws Exception {
    Path whole = home.resolve("whole");
    Files.move(segments, whole);
    try (RecordCursor cursor = SegmentStore.scan(whole);
        RecordStore store = SegmentStore.open(segments, 20)) {
      while (cursor.next() instanceof Found.Intact intact) {
        store.append(intact.record().type(), intact.record().bytes().toArray());
      }
      store.force();
    }
  }

  @Test
  void blocksCutOffTheEndAreMissed() throws Exception {
    byte[] whole = Files.readAllBytes(segment);
    cutOffTheLastTwoBlocks();
    for (int opened = 0; opened < 2; opened++) {
      assertThat(Ledger.verifyIn(home, Progress.SILENT).problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.where()).isEqualTo("blocks 2 to 3");
                assertThat(problem.message()).contains("the blocks behind 1 were lost");
              });
      try (Ledger ledger = PARTIES.open(home, clock)) {
        assertThat(ledger.head().height()).isEqualTo(1);
        assertThat(ledger.canSeal()).isFalse();
        assertThat(ledger.claims(10)).isEmpty();
        assertThat(ledger.involving(ACME)).isEmpty();
        assertThat(ledger.readOnlyBecause().orElseThrow())
            .startsWith("The segments end with block 1, and the index knows block 3");
        assertThat(ledger.verify(Progress.SILENT).problems()).hasSize(1);
      }
    }
    Files.write(segment, whole);
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.claimOf(BRACKET)).isPresent();
      assertThat(ledger.canSeal()).isTrue();
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }

  @Test
  void anIndexThatShowsLostBlocksIsNotMadeAgain() throws Exception {
    cutOffTheLastTwoBlocks();
    assertThatThrownBy(() -> Ledger.rebuildIndexIn(home, Progress.SILENT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the blocks behind 1 were lost");
    assertThat(home.resolve("index.making")).doesNotExist();
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.canSeal()).isFalse();
    }
  }

  @Test
  void anIndexThatAnotherProcessReadsIsNotTakenForADamagedOne() throws Exception {
    Path index = home.resolve("index").resolve("index.mv.db");
    byte[] before = Files.readAllBytes(index);
    try (FileChannel channel = FileChannel.open(index, READ, WRITE);
        FileLock _ = channel.lock()) {
      assertThatThrownBy(() -> H2Index.open(home.resolve("index")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be opened");
    }
    assertThat(index).hasBinaryContent(before);
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.claimOf(BRACKET)).isPresent();
    }
  }

  @Test
  void aChainGoesOnWithoutLostBlocksOnceItsIndexIsDeleted() throws Exception {
    cutOffTheLastTwoBlocks();
    Files.delete(home.resolve("index").resolve("index.mv.db"));
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.canSeal()).isTrue();
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }

  private void cutOffTheLastTwoBlocks() throws Exception {
    List<Long> starts = new ArrayList<>();
    try (RecordCursor cursor = SegmentStore.scan(segments)) {
      while (cursor.next() instanceof Found.Intact intact) {
        starts.add(intact.record().location().offset());
      }
    }
    byte[] whole = Files.readAllBytes(segment);
    Files.write(segment, Arrays.copyOf(whole, starts.get(starts.size() - 2).intValue()));
  }

  @Test
  void anExportToAFullOrMissingFolderIsNamed() throws Exception {
    try (Ledger ledger = PARTIES.open(home, clock)) {
      Path nowhere = home.resolve("nowhere").resolve("chain.tmchain");
      assertThatThrownBy(() -> ledger.exportTo(nowhere, Progress.SILENT))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith(nowhere + " cannot be written: ")
          .hasMessageEndingWith(" is not there");
    }
  }

  @Test
  void aClockSetBackLeavesBlocksInTheirOrderAndSaysSoWhereItIsTooFarOff() throws Exception {
    try (Ledger ledger = PARTIES.open(home, clock)) {
      clock.advance(Duration.ofDays(-29));
      Outcome.Done late = done(PARTIES.claim(ledger, ACME, fingerprint("gear")));
      assertThat(late.recorded().blockTime())
          .isAfter(ledger.claimOf(BRACKET).orElseThrow().blockTime());

      clock.advance(Duration.ofDays(-2));
      assertThat(PARTIES.claim(ledger, ACME, fingerprint("nut")).toString())
          .contains("set the clock right");
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }

  /// A sealing certificate ends with its authority's, so that nothing is left to be sealed by then.
  @Test
  void whereAllCertificatesHaveExpiredNothingIsRecordedAndTheChainStaysWhole() throws Exception {
    clock.advance(Duration.ofDays(365 * 4));
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(delegation(ledger)).isInstanceOf(Outcome.Done.class);
    }
    clock.advance(Duration.ofDays(365 * 7));
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(delegation(ledger).toString())
          .contains("For Acme GmbH: the certificate of O=Acme GmbH,OU=authority,CN=acme is valid");
    }
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.readOnlyBecause()).isEmpty();
      assertThat(ledger.head().height()).isEqualTo(4);
    }
  }

  private static Outcome delegation(Ledger ledger) throws StoreException {
    return ledger.submit(
        new Statement.Delegate(ACME, TestParties.ERIN, Set.of(Act.CLAIM)),
        List.of(new SignedBy(ACME, PARTIES.organization(ACME).authority())));
  }
}

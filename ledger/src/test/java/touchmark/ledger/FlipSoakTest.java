package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.ChainVerifier;
import touchmark.ledger.chain.SignaturePool;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.SegmentStore;

/// One byte after the other is altered on the disk.
class FlipSoakTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");
  private static final int INDEX_FLIPS = 1_000;

  @TempDir Path home;
  private final TestClock clock = TestParties.clock();

  @Test
  void everyFlippedByteOfASegmentIsReportedWithItsBlock() throws Exception {
    // Two blocks: what stands before the damage is verified anew for each byte.
    try (Ledger ledger = PARTIES.foundAlone(home, clock)) {
      done(
          ledger.submit(
              PARTIES.enrolment(TestParties.ERIN),
              List.of(new SignedBy(ACME, PARTIES.organization(ACME).authority()))));
    }
    Path segment = home.resolve("segments").resolve("000000.seg");
    NavigableMap<Long, Integer> starts = ChainDamageTest.blockStarts(home);
    byte[] whole = Files.readAllBytes(segment);
    // One judge for all: it remembers which certificate was issued by whom, and nothing else.
    Certificates certificates = new Certificates();
    BlockJudge judge = new BlockJudge(new Policy(certificates), certificates);
    try (SignaturePool signatures = new SignaturePool(1)) {
      assertThat(verified(judge, signatures).ok()).isTrue();
      for (int i = 0; i < whole.length; i++) {
        byte[] flipped = whole.clone();
        flipped[i] ^= (byte) (1 << (i % 8));
        Files.write(segment, flipped);

        ChainReport report = verified(judge, signatures);

        int height = starts.floorEntry((long) i).getValue();
        String place = height < 0 ? "genesis" : "block " + height + ",";
        assertThat(report.problems())
            .as("byte %d", i)
            .anySatisfy(
                problem ->
                    assertThat(problem.where()).contains(place).contains("000000.seg, bytes"));
      }
    }
    Counted.keep(
        "every byte of a small chain's segment flipped, one at a time",
        whole.length,
        "each reported with its block and byte range; the verifier ends in order every time");
  }

  private ChainReport verified(BlockJudge judge, SignaturePool signatures) throws StoreException {
    return new ChainVerifier(
            judge,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            signatures,
            Progress.SILENT)
        .verify(() -> SegmentStore.scan(home.resolve("segments")), 0);
  }

  @Test
  void aFlippedByteOfTheIndexNeverChangesAnAnswer() throws Exception {
    List<Recorded> history;
    try (Ledger ledger = PARTIES.found(home, clock)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
      done(PARTIES.send(ledger, ACME, BOLT, BRACKET, true));
      done(PARTIES.claim(ledger, BOLT, fingerprint("gear"), BRACKET));
      history = ledger.history(BRACKET);
    }
    Path index = home.resolve("index").resolve("index.mv.db");
    Path note = home.resolve("index").resolve("clean-stop");
    byte[] bytes = Files.readAllBytes(index);
    byte[] left = Files.readAllBytes(note);
    Random random = new Random(3);
    int flips = Counted.times(INDEX_FLIPS);
    int noticed = 0;
    for (int i = 0; i < flips; i++) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(index, flipped);
      // Every other time as after a crash: then there is no note of a clean stop.
      boolean clean = i % 2 == 0;
      if (clean) {
        Files.write(note, left);
      } else {
        Files.deleteIfExists(note);
      }
      try (Ledger ledger = PARTIES.open(home, clock)) {
        assertThat(ledger.history(BRACKET)).as("flip %d", i).isEqualTo(history);
        assertThat(ledger.claims(10)).hasSize(2);
        assertThat(ledger.involving(ACME)).hasSize(2);
        assertThat(ledger.involving(BOLT)).hasSize(2);
        assertThat(ledger.derivedFrom(BRACKET)).hasSize(1);
        assertThat(ledger.canSeal()).isTrue();
        if (clean) {
          assertThat(ledger.verify(Progress.SILENT).problems()).as("flip %d", i).isEmpty();
          noticed++;
        }
      }
    }
    Counted.keep(
        "one byte of H2's file flipped, at random places",
        flips,
        "no wrong answer; after a clean stop (%d) each was noticed when the chain was opened, and the index made again"
            .formatted(noticed));
  }
}

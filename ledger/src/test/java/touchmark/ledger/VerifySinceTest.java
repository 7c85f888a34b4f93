package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.codec.BlockFrame;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.ValidatorChange;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.SegmentStore;

/// Up to where a chain was verified before, hashes and roots are enough.
class VerifySinceTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");

  @TempDir Path home;
  private Head half;
  private Head head;

  @BeforeEach
  void found() throws StoreException {
    try (Ledger ledger = PARTIES.found(home, TestParties.clock())) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
      half = ledger.head();
      done(PARTIES.send(ledger, ACME, BOLT, BRACKET, true));
      done(PARTIES.claim(ledger, BOLT, fingerprint("gear"), BRACKET));
      head = ledger.head();
    }
  }

  private ChainReport since(Since since) throws StoreException {
    return Ledger.verifyIn(home, Optional.of(since), Progress.SILENT);
  }

  @Test
  void aboveAVerifiedBlockEverythingIsVerified() throws StoreException {
    ChainReport report = since(new Since.Block(half.height(), half.block()));

    assertThat(report.problems()).isEmpty();
    assertThat(report.hashedOnly()).isEqualTo(half.height() + 1);
    assertThat(report.transactions()).isEqualTo(head.transactions());
    assertThat(report.head()).isEqualTo(head.block().hex());
    assertThat(report.indexCompared()).isTrue();
  }

  @Test
  void belowTheBlockThatEndsATreeOnlyHashesAreDerived() throws StoreException {
    ChainReport report = since(new Since.Tree(half.transactions(), half.root()));

    assertThat(report.problems()).isEmpty();
    assertThat(report.hashedOnly()).isEqualTo(half.height());
    assertThat(report.transactions()).isEqualTo(head.transactions());
    assertThat(report.head()).isEqualTo(head.block().hex());
    assertThat(report.indexCompared()).isTrue();
  }

  @Test
  void aTreeThatEndsAtTheFirstOrTheLastBlockIsAsGood() throws StoreException {
    Head first;
    try (Ledger alone = PARTIES.foundAlone(home.resolve("alone"), TestParties.clock())) {
      first = alone.head();
    }
    ChainReport of =
        Ledger.verifyIn(
            home.resolve("alone"),
            Optional.of(new Since.Tree(first.transactions(), first.root())),
            Progress.SILENT);
    assertThat(of.problems()).isEmpty();
    assertThat(of.hashedOnly()).isZero();

    ChainReport report = since(new Since.Tree(head.transactions(), head.root()));
    assertThat(report.problems()).isEmpty();
    assertThat(report.hashedOnly()).isEqualTo(head.height());
    assertThat(report.transactions()).isEqualTo(head.transactions());
    assertThat(report.head()).isEqualTo(head.block().hex());
  }

  @Test
  void upToTheHeadOnlyHashesAreDerived() throws StoreException {
    ChainReport report = since(new Since.Block(head.height(), head.block()));

    assertThat(report.problems()).isEmpty();
    assertThat(report.hashedOnly()).isEqualTo(report.blocks());
    assertThat(report.head()).isEqualTo(head.block().hex());
  }

  @Test
  void anotherChainThanTheOneVerifiedIsReported() throws StoreException {
    Digest other = BRACKET.digest();
    assertThat(since(new Since.Block(half.height(), new BlockHash(other))).problems().getFirst())
        .satisfies(
            problem -> {
              assertThat(problem.where()).startsWith("block " + half.height() + ", 000000.seg");
              assertThat(problem.message()).contains("hash of the block that was verified before");
            });
    assertThat(since(new Since.Tree(half.transactions(), other)).ok()).isFalse();
    assertThat(since(new Since.Tree(half.transactions() - 1, half.root())).ok()).isFalse();
  }

  @Test
  void blocksThatWereVerifiedAndAreGoneAreReported() throws StoreException {
    assertThat(since(new Since.Block(head.height() + 5, head.block())).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("blocks were lost"));
  }

  @Test
  void aByteThatChangedBelowIsReportedThoughItsChecksumsWereMended() throws Exception {
    Path segment = home.resolve("segments").resolve("000000.seg");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 4] ^= 1;
    Files.write(segment, bytes);
    assertThat(since(new Since.Block(half.height(), half.block())).ok()).isFalse();
  }

  @Test
  void validatorsThatChangedTwiceBelowAreKnownAbove() throws Exception {
    TestClock clock = TestParties.clock();
    clock.advance(Duration.ofMinutes(5));
    SigningKey first = IssuedKey.sealing(ACME, PARTIES.organization(ACME).authority());
    SigningKey second = IssuedKey.sealing(ACME, PARTIES.organization(ACME).authority());
    try (Ledger ledger = PARTIES.open(home, clock)) {
      reseal(ledger, first);
    }
    try (Ledger ledger = Ledger.open(home, first, clock)) {
      done(PARTIES.claim(ledger, ACME, fingerprint("sealed by the first")));
      reseal(ledger, second);
    }
    Head changed;
    try (Ledger ledger = Ledger.open(home, second, clock)) {
      done(PARTIES.claim(ledger, ACME, fingerprint("sealed by the second")));
      changed = ledger.head();
      done(PARTIES.claim(ledger, ACME, fingerprint("above")));
    }
    for (long height = half.height(); height <= changed.height(); height++) {
      ChainReport report = since(new Since.Block(height, hashOf(height)));
      assertThat(report.problems()).isEmpty();
      assertThat(report.hashedOnly()).isEqualTo(height + 1);
    }
  }

  private static void reseal(Ledger ledger, SigningKey fresh) throws StoreException {
    done(
        ledger.submit(
            new Statement.ChangeValidators(
                new ValidatorChange.Reseal(ACME, fresh.certificate()),
                ledger.head().height() + 2,
                List.of(ACME)),
            PARTIES.signed(ACME)));
  }

  private BlockHash hashOf(long height) throws Exception {
    try (RecordCursor cursor = SegmentStore.scan(home.resolve("segments"))) {
      for (long at = -1; cursor.next() instanceof Found.Intact intact; at++) {
        if (at == height) {
          return BlockFrame.of(intact.record().bytes().toArray()).hash();
        }
      }
    }
    throw new AssertionError("no block " + height);
  }

  @Test
  void theNoteSaysUpToWhereAndWhenAndADamagedOneIsRefused() throws Exception {
    assertThat(VerifiedHere.in(home)).isEmpty();
    VerifiedHere note =
        new VerifiedHere(head.height(), head.block(), Instant.parse("2026-11-22T09:30:00Z"));
    note.keepIn(home);
    assertThat(VerifiedHere.in(home)).contains(note);
    assertThat(since(note.since()).ok()).isTrue();

    Files.writeString(home.resolve("verified"), "touchmark verified 2\n");
    assertThatThrownBy(() -> VerifiedHere.in(home))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("verify the whole chain once more");
  }
}

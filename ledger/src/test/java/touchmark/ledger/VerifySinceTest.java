package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

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
  void aTreeThatACheckpointNamesIsAsGood() throws StoreException {
    ChainReport report = since(new Since.Tree(half.transactions(), half.root()));

    assertThat(report.problems()).isEmpty();
    assertThat(report.hashedOnly()).isEqualTo(half.height() + 1);
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

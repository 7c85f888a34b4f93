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
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Fingerprint;

class ChainCopyTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");

  @TempDir Path folder;
  private final TestClock clock = TestParties.clock();
  private Path home;
  private Path copy;
  private Path file;

  @BeforeEach
  void export() throws StoreException {
    home = folder.resolve("home");
    copy = folder.resolve("copy");
    file = folder.resolve("chain ünd mehr.tmchain");
    try (Ledger ledger = PARTIES.found(home, clock)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
      ledger.exportTo(file, Progress.SILENT);
    }
  }

  @Test
  void anImportedChainGivesTheSameAnswers() throws StoreException {
    Ledger.importFrom(file, copy, Progress.SILENT);

    try (Ledger original = PARTIES.open(home, clock);
        Ledger imported = Ledger.open(copy, null, clock)) {
      assertThat(imported.head()).isEqualTo(original.head());
      assertThat(imported.network()).isEqualTo(original.network());
      assertThat(imported.history(BRACKET)).isEqualTo(original.history(BRACKET));
      assertThat(imported.verify(Progress.SILENT).problems()).isEmpty();
      assertThat(imported.canSeal()).isFalse();
    }
  }

  @Test
  void aDamagedOrShortenedFileIsRefusedAndLeavesNoChain() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i += 499) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 4;
      Files.write(file, flipped);
      assertThatThrownBy(() -> Ledger.importFrom(file, copy, Progress.SILENT))
          .isInstanceOf(StoreException.class);
      Files.write(file, Arrays.copyOf(whole, i));
      assertThatThrownBy(() -> Ledger.importFrom(file, copy, Progress.SILENT))
          .isInstanceOf(StoreException.class);
      assertThat(Ledger.existsIn(copy)).isFalse();
    }
  }

  @Test
  void aFileThatStopsBetweenTwoBlocksIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 13 - 40));
    assertThatThrownBy(() -> Ledger.importFrom(file, copy, Progress.SILENT))
        .isInstanceOf(StoreException.class)
        .hasMessage("The file ends before its end is marked: it was cut short.");
  }

  @Test
  void theChainOfAnotherNetworkIsNotReplaced() throws StoreException {
    PARTIES.found(copy, new TestClock(TestParties.START.plusSeconds(7))).close();
    assertThatThrownBy(() -> Ledger.importFrom(file, copy, Progress.SILENT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("holds the chain of another network ('Test network')");
  }

  @Test
  void aLongerChainOfTheSameNetworkTakesThePlaceOfAShorterOne() throws StoreException {
    Ledger.importFrom(file, copy, Progress.SILENT);
    try (Ledger ledger = PARTIES.open(home, clock)) {
      done(PARTIES.send(ledger, ACME, BOLT, BRACKET, true));
      ledger.exportTo(file, Progress.SILENT);
    }

    Ledger.importFrom(file, copy, Progress.SILENT);

    try (Ledger imported = Ledger.open(copy, null, clock)) {
      assertThat(imported.history(BRACKET)).hasSize(2);
    }
    assertThatThrownBy(() -> Ledger.importFrom(file, copy, Progress.SILENT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nothing was imported");
  }

  @Test
  void aChainThatWentAnotherWayIsNotReplaced() throws StoreException {
    Ledger.importFrom(file, copy, Progress.SILENT);
    try (Ledger here = PARTIES.open(copy, clock)) {
      done(PARTIES.claim(here, ACME, fingerprint("here")));
    }
    clock.advance(Duration.ofMinutes(1));
    try (Ledger there = PARTIES.open(home, clock)) {
      done(PARTIES.claim(there, ACME, fingerprint("there")));
      done(PARTIES.claim(there, ACME, fingerprint("there too")));
      there.exportTo(file, Progress.SILENT);
    }

    assertThatThrownBy(() -> Ledger.importFrom(file, copy, Progress.SILENT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("different blocks 10");
  }

  @Test
  void anImportHealsADamagedChain() throws Exception {
    Path segment = home.resolve("segments").resolve("000000.seg");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 100] ^= 1;
    Files.write(segment, bytes);

    Ledger.importFrom(file, home, Progress.SILENT);

    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.canSeal()).isTrue();
      assertThat(ledger.claimOf(BRACKET)).isPresent();
    }
    assertThat(home.resolve("segments.replaced.1").resolve("000000.seg")).hasBinaryContent(bytes);
  }

  @Test
  void longWorkCanBeCancelledAndLeavesNothing() throws StoreException {
    Progress stop = (done, total) -> done < 3;
    Path other = folder.resolve("other.tmchain");
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThatThrownBy(() -> ledger.exportTo(other, stop))
          .isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> ledger.verify(stop)).isInstanceOf(CancellationException.class);
    }
    assertThatThrownBy(() -> Ledger.importFrom(file, copy, stop))
        .isInstanceOf(CancellationException.class);
    assertThat(other).doesNotExist();
    assertThat(Ledger.existsIn(copy)).isFalse();
  }
}

package touchmark.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.TestParties;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.TroubledIndex;

/// The index cannot be made: whoever searches is told, and nobody waits for ever.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IndexFollowerTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final long NEWEST = 9;

  @TempDir Path home;
  private TroubledIndex index;

  @BeforeEach
  void found() throws StoreException {
    try (Ledger ledger = PARTIES.found(home, TestParties.clock())) {
      done(PARTIES.claim(ledger, ACME, fingerprint("bracket")));
      assertThat(ledger.head().height()).isEqualTo(NEWEST);
    }
    index = new TroubledIndex();
  }

  private Chain open() throws StoreException {
    Certificates certificates = new Certificates();
    return Chain.open(
        SegmentStore.open(home.resolve("segments"), SegmentStore.DEFAULT_SEGMENT_SIZE),
        index,
        new BlockJudge(new Policy(certificates), certificates),
        Progress.SILENT);
  }

  @Test
  void aDiskThatTakesNothingIsToldToWhoeverSearches() throws StoreException {
    index.inTrouble(true);
    try (Chain chain = open()) {
      assertThatThrownBy(() -> chain.awaitIndexed(NEWEST))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("The index cannot be made: the disk takes no more");

      index.inTrouble(false);
      chain.rebuildIndex(Progress.SILENT);
      chain.awaitIndexed(NEWEST);
      assertThat(index.claims(10)).hasSize(1);
    }
  }

  @Test
  void aRebuildThatFailsIsToldAsWell() throws StoreException {
    try (Chain chain = open()) {
      chain.awaitIndexed(NEWEST);
      index.inTrouble(true);
      assertThatThrownBy(() -> chain.rebuildIndex(Progress.SILENT))
          .hasMessageContaining("the disk takes no more");
      assertThatThrownBy(() -> chain.awaitIndexed(NEWEST)).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void aCancelledRebuildLeavesNobodyWaitingAndCanBeDoneAgain() throws StoreException {
    try (Chain chain = open()) {
      chain.awaitIndexed(NEWEST);
      assertThatThrownBy(() -> chain.rebuildIndex((done, total) -> false))
          .isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> chain.awaitIndexed(NEWEST))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("broken off");

      chain.rebuildIndex(Progress.SILENT);
      chain.awaitIndexed(NEWEST);
      assertThat(index.newest().orElseThrow().height()).isEqualTo(NEWEST);
    }
  }
}

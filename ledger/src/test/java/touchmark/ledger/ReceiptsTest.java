package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.crypto.CheckpointKeys;
import touchmark.ledger.crypto.FixedSigner;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.TxId;
import touchmark.ledger.receipt.Checked;
import touchmark.ledger.receipt.PolicyText;
import touchmark.ledger.receipt.Receipt;
import touchmark.ledger.receipt.ReceiptCheck;
import touchmark.ledger.receipt.TrustPolicy;

class ReceiptsTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final CheckpointKeys KEYS = FixedSigner.keys(ACME);

  @TempDir private Path folder;
  private final TestClock clock = TestParties.clock();
  private Path home;
  private Ledger ledger;

  @BeforeEach
  void found() throws StoreException {
    home = folder.resolve("home");
    ledger = PARTIES.found(home, clock);
    ledger.receipts().beginCheckpointsOf(KEYS);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Recorded claim(String text) throws StoreException {
    clock.advance(Duration.ofSeconds(1));
    return done(PARTIES.claim(ledger, ACME, fingerprint(text))).recorded();
  }

  private Receipt receipt(Recorded recorded) throws StoreException {
    return ledger.receipts().receipt(recorded.transaction().txId(), KEYS).orElseThrow();
  }

  @Test
  void everyTransactionHasAReceiptThatHoldsUnderTheNetworksPolicy() throws Exception {
    Recorded claim = claim("bracket");
    Recorded send = done(PARTIES.send(ledger, ACME, BOLT, fingerprint("bracket"), true)).recorded();
    TrustPolicy policy = PolicyText.parse(ledger.receipts().policy(KEYS));

    for (Recorded recorded : new Recorded[] {claim, send, claim("more")}) {
      Receipt receipt = Receipt.parse(receipt(recorded).encode());
      assertThat(receipt.transaction()).isEqualTo(recorded.transaction());
      assertThat(receipt.checkpoint().head().size()).isEqualTo(ledger.head().transactions());
      assertThat(receipt.checkpoint().head().root()).isEqualTo(ledger.head().root());
      assertThat(ReceiptCheck.check(receipt, Optional.of(policy)))
          .isInstanceOf(Checked.Holds.class);
    }
  }

  @Test
  void whatNobodyRecordedHasNoReceipt() throws StoreException {
    TxId nothing = new TxId(fingerprint("nothing").digest());
    assertThat(ledger.receipts().receipt(nothing, KEYS)).isEmpty();
  }

  @Test
  void onlyAValidatorGivesReceipts() throws StoreException {
    Recorded claim = claim("bracket");
    CheckpointKeys bolt = FixedSigner.keys(BOLT);
    assertThatThrownBy(() -> ledger.receipts().receipt(claim.transaction().txId(), bolt))
        .hasMessage("'bolt' is no validator of this network; only a validator gives receipts.");
    assertThatThrownBy(() -> ledger.receipts().policy(bolt)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> ledger.receipts().beginCheckpointsOf(bolt))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void aChainPutBackToAnOlderStateIsNotSignedAgain() throws Exception {
    Recorded first = claim("first");
    receipt(first);
    Path old = folder.resolve("old");
    ledger.close();
    copy(home.resolve("segments"), old);
    ledger = PARTIES.open(home, clock);
    receipt(claim("second"));
    ledger.close();

    delete(home.resolve("segments"));
    delete(home.resolve("index"));
    copy(old, home.resolve("segments"));
    ledger = PARTIES.open(home, clock);
    assertThatThrownBy(() -> receipt(first)).hasMessageContaining("was signed already");
    claim("another second");
    assertThatThrownBy(() -> receipt(first)).hasMessageContaining("not the one whose first");
    claim("third");
    assertThatThrownBy(() -> receipt(first)).hasMessageContaining("not the one whose first");
  }

  @Test
  void aCopyOfTheChainDoesNotCarryTheRightToSign() throws Exception {
    Recorded claim = claim("bracket");
    receipt(claim);
    Path file = folder.resolve("chain.tmchain");
    ledger.exportTo(file, Progress.SILENT);
    Path copy = folder.resolve("copy");
    Ledger.importFrom(file, copy, Progress.SILENT);
    try (Ledger imported = PARTIES.open(copy, clock)) {
      assertThat(imported.receipts().remembersCheckpointsOf(KEYS)).isFalse();
      assertThatThrownBy(() -> imported.receipts().receipt(claim.transaction().txId(), KEYS))
          .hasMessageContaining("not on record here");
    }
    assertThat(ledger.receipts().remembersCheckpointsOf(KEYS)).isTrue();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

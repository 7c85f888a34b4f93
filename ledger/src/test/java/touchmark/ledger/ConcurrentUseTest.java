package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

class ConcurrentUseTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");

  @TempDir Path home;

  @Test
  void readersSeeAConsistentChainWhileOthersWrite() throws Exception {
    try (Ledger ledger = PARTIES.found(home, TestParties.clock());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
      AtomicBoolean writing = new AtomicBoolean(true);
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        readers.add(threads.submit(() -> read(ledger, writing)));
      }
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int writer = i;
        writers.add(threads.submit(() -> write(ledger, writer)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      writing.set(false);
      for (Future<?> reader : readers) {
        reader.get();
      }
      assertThat(ledger.claims(1_000)).hasSize(1 + 4 * 8);
      assertThat(ledger.history(BRACKET)).hasSize(1 + 4 * 8);
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }

  private static Void write(Ledger ledger, int writer) throws StoreException {
    for (int i = 0; i < 8; i++) {
      done(PARTIES.claim(ledger, ACME, fingerprint("file " + writer + " " + i)));
      done(PARTIES.send(ledger, ACME, BOLT, BRACKET, false));
    }
    return null;
  }

  private static Void read(Ledger ledger, AtomicBoolean writing) throws StoreException {
    int seen = 0;
    while (writing.get()) {
      int now = ledger.history(BRACKET).size();
      assertThat(now).isGreaterThanOrEqualTo(seen);
      seen = now;
      assertThat(ledger.involving(ACME).size()).isGreaterThanOrEqualTo(now);
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
    return null;
  }

  @Test
  void aWatcherThatClosesTheLedgerIsRefusedAndNobodyHangs() throws Exception {
    Ledger ledger = PARTIES.found(home, TestParties.clock());
    ledger.watch(head -> ledger.close());
    done(PARTIES.claim(ledger, ACME, BRACKET));
    assertThat(ledger.history(BRACKET)).hasSize(1);
    ledger.close();
    try (Ledger again = PARTIES.open(home, TestParties.clock())) {
      assertThat(again.history(BRACKET)).hasSize(1);
    }
  }

  @Test
  void anInterruptedCallerHurtsNeitherIndexNorSegments() throws Exception {
    try (Ledger ledger = PARTIES.found(home, TestParties.clock())) {
      Thread.currentThread().interrupt();
      done(PARTIES.claim(ledger, ACME, BRACKET));
      assertThat(ledger.history(BRACKET)).hasSize(1);
      assertThat(Thread.interrupted()).isTrue();
      done(PARTIES.send(ledger, ACME, BOLT, BRACKET, false));
      assertThat(ledger.history(BRACKET)).hasSize(2);
    }
  }

  @Test
  void ofClaimsMadeAtTheSameMomentOneWins() throws Exception {
    try (Ledger ledger = PARTIES.found(home, TestParties.clock());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> claims = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        ResourceId issuer = i % 2 == 0 ? ACME : BOLT;
        claims.add(threads.submit(() -> PARTIES.claim(ledger, issuer, BRACKET)));
      }
      int won = 0;
      for (Future<Outcome> claim : claims) {
        won += claim.get() instanceof Outcome.Done ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }
}

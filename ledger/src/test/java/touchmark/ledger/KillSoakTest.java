package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Fingerprint;

/// Another process appends, and is killed at any moment.
class KillSoakTest {
  private static final int KILLS = 200;
  private static final int LONGEST_MILLIS = 400;

  @TempDir Path home;
  private Path chain;
  private TestParties parties;

  @BeforeEach
  void found() throws Exception {
    chain = home.resolve("chain");
    parties = TestParties.createAcme(home.resolve("keys.p12"));
    try (Ledger ledger = parties.foundAlone(chain, TestParties.clock())) {
      parties.enrolPerson(ledger, TestParties.ERIN, ACME);
    }
  }

  @Test
  void noAcknowledgedBlockIsLostWhenTheProcessIsKilled() throws Exception {
    Random random = new Random(1);
    List<Fingerprint> acknowledged = new ArrayList<>();
    int kills = Counted.times(KILLS);
    for (int kill = 0; kill < kills; kill++) {
      List<Fingerprint> recorded = appendUntilKilled(kill, random.nextInt(LONGEST_MILLIS));
      acknowledged.addAll(recorded);
      try (Ledger ledger = parties.open(chain, Clock.systemUTC())) {
        for (Fingerprint claimed : acknowledged) {
          assertThat(ledger.claimOf(claimed)).as("kill %d", kill).isPresent();
        }
        for (Fingerprint claimed : recorded) {
          assertThat(ledger.history(claimed)).as("kill %d", kill).hasSize(1);
        }
        assertThat(ledger.claims(Integer.MAX_VALUE))
            .hasSizeGreaterThanOrEqualTo(acknowledged.size());
        assertThat(ledger.canSeal()).isTrue();
        ChainReport report = ledger.verify(Progress.SILENT);
        assertThat(report.problems()).as("kill %d", kill).isEmpty();
        assertThat(report.indexCompared()).isTrue();
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(kills);
    Counted.keep(
        "kill -9 at a random moment while another process appends",
        kills,
        "%,d acknowledged blocks, none lost; no start refused; no index that differs from the segments"
            .formatted(acknowledged.size()));
  }

  /// Kills the child some time after its first claim; returns all that it acknowledged.
  private List<Fingerprint> appendUntilKilled(int round, int millis)
      throws IOException, InterruptedException {
    Process child = append(round);
    List<Fingerprint> acknowledged = new ArrayList<>();
    try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
      acknowledged.add(first(out));
      Thread killer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    pause(Duration.ofMillis(millis));
                    child.toHandle().destroyForcibly(); // leaves its output readable
                  });
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged(line).ifPresent(acknowledged::add);
      }
      killer.join();
    }
    child.waitFor();
    return acknowledged;
  }

  private static Fingerprint first(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Optional<Fingerprint> fingerprint = acknowledged(line);
      if (fingerprint.isPresent()) {
        return fingerprint.get();
      }
    }
    throw new IllegalStateException("the child ended before it claimed anything");
  }

  /// A line may be a log's, or cut short.
  private static Optional<Fingerprint> acknowledged(String line) {
    return line.matches("[0-9a-f]{64}") ? Optional.of(Fingerprint.parse(line)) : Optional.empty();
  }

  private Process append(int round) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Appending.class.getName(),
            home.resolve("keys.p12").toString(),
            chain.toString(),
            Integer.toString(round))
        .redirectError(Files.createTempFile(home, "child", ".log").toFile())
        .start();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theSecondProcessIsToldWhoHoldsTheHome() throws Exception {
    Process child = append(0);
    try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
      assertThat(first(out)).isNotNull();
      assertThatThrownBy(() -> parties.open(chain, Clock.systemUTC()))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "The ledger in %s is open in process %d; close that one first, or let it do the work."
                  .formatted(chain, child.pid()));
      ChainReport report = Ledger.verifyIn(chain, Progress.SILENT);
      assertThat(report.indexCompared()).isFalse();
    } finally {
      child.destroyForcibly();
      child.waitFor();
    }
  }

  /// The child: claims one file after the other, and prints each that was recorded.
  static final class Appending {
    private Appending() {}

    public static void main(String[] arguments) throws Exception {
      TestParties parties = TestParties.load(Path.of(arguments[0]));
      try (Ledger ledger = parties.open(Path.of(arguments[1]), Clock.systemUTC())) {
        for (int i = 0; i < 100_000; i++) {
          Fingerprint file = TestParties.fingerprint("round " + arguments[2] + " file " + i);
          TestParties.done(parties.claim(ledger, ACME, file));
          System.out.println(file.hex());
          System.out.flush();
        }
      }
    }
  }
}

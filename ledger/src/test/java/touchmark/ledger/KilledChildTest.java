package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Fingerprint;

class KilledChildTest {
  private static final int ROUNDS = 3;

  @TempDir Path home;

  @Test
  void noAcknowledgedBlockIsLostWhenTheProcessIsKilled() throws Exception {
    Path chain = home.resolve("chain");
    TestParties parties = TestParties.createAcme(home.resolve("keys.p12"));
    try (Ledger ledger = parties.foundAlone(chain, TestParties.clock())) {
      parties.enrolPerson(ledger, TestParties.ERIN, ACME);
    }
    Random random = new Random(1);
    List<Fingerprint> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(appendUntilKilled(chain, round, 3 + random.nextInt(20)));
      try (Ledger ledger = parties.open(chain, Clock.systemUTC())) {
        for (Fingerprint claimed : acknowledged) {
          assertThat(ledger.history(claimed)).as("round %d", round).hasSize(1);
        }
        assertThat(ledger.canSeal()).isTrue();
        assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 3);
  }

  /// Kills the child once it has acknowledged some claims; returns all that it acknowledged.
  private List<Fingerprint> appendUntilKilled(Path chain, int round, int least)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
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
    List<Fingerprint> acknowledged = new ArrayList<>();
    try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged.add(Fingerprint.parse(line));
        if (acknowledged.size() == least) {
          child.toHandle().destroyForcibly(); // leaves its output readable
        }
      }
    }
    child.waitFor();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(least);
    return acknowledged;
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

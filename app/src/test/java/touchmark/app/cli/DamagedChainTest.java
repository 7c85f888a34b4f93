package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands say on a chain with a byte altered in its middle: what is known still, and never
/// that a file is wrong because its block cannot be read.
class DamagedChainTest {
  @TempDir private Path folder;
  private Session shell;
  private Path first;
  private Path second;

  @BeforeEach
  void claimTwice() throws IOException {
    shell = new Session(folder.resolve("home")).initAcme();
    first = claim("a", "bracket");
    second = claim("b", "bracket");
  }

  private Path claim(String name, String id) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".txt"), "the design " + name);
    Session.expect(
        0,
        shell.run(
            "claim", file.toString(), "--id", id, "--version", name, "--type", "CONTROL_DATA"));
    return file;
  }

  /// Alters a byte of the newest block.
  private void flip() throws IOException {
    Path segment;
    try (Stream<Path> segments = Files.list(folder.resolve("home/ledger/segments"))) {
      segment =
          segments
              .filter(path -> path.toString().endsWith(".seg"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
    }
    try (RandomAccessFile bytes = new RandomAccessFile(segment.toFile(), "rw")) {
      long at = bytes.length() - 200;
      bytes.seek(at);
      int value = bytes.read();
      bytes.seek(at);
      bytes.write(value ^ 1);
    }
  }

  @Test
  void aFileWhoseBlockCannotBeReadIsUnknownAndNotWrong() throws IOException {
    Session.expect(0, shell.run("verify", second.toString()));
    flip();
    Session.Answer answer = shell.run("verify", second.toString());
    assertThat(answer.code()).as("%s", answer).isEqualTo(3);
    assertThat(answer.out())
        .contains("UNKNOWN", "The chain on this disk is damaged, so it cannot be told.")
        .doesNotContain("FAIL");
  }

  @Test
  void statusAndHistoryTellTheDamage() throws IOException {
    assertThat(shell.run("status").out()).doesNotContain("DAMAGED");
    assertThat(shell.run("--json", "status").out()).contains("\"damage\" : null");
    flip();
    assertThat(shell.run("status").out()).contains("DAMAGED", "the checksum of a record");
    assertThat(shell.run("history", first.toString()).out())
        .contains("The chain on this disk is damaged; later events may be missing.");
    for (List<String> command : List.of(List.of("status"), List.of("history", first.toString()))) {
      List<String> line = Stream.concat(Stream.of("--json"), command.stream()).toList();
      assertThat(shell.run(line.toArray(String[]::new)).out()).contains("\"damage\" : \"");
    }
  }

  @Test
  void aVerificationRemembersWhatWasVerifiedHereBefore() throws IOException {
    Session.expect(0, shell.run("chain", "verify"));
    Path ledger = folder.resolve("home/ledger");
    Path segments = ledger.resolve("segments");
    Path segment;
    try (Stream<Path> all = Files.list(segments)) {
      segment =
          all.filter(path -> path.toString().endsWith(".seg"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
    }
    byte[] whole = Files.readAllBytes(segment);
    claim("c", "another");
    Session.expect(0, shell.run("chain", "verify"));
    // the newest block goes, and the index that knows it
    Files.write(segment, whole);
    try (Stream<Path> index = Files.list(ledger)) {
      for (Path path : index.filter(p -> p.getFileName().toString().startsWith("index")).toList()) {
        try (Stream<Path> tree = Files.walk(path)) {
          for (Path part : tree.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(part);
          }
        }
      }
    }
    for (int i = 0; i < 2; i++) {
      Session.Answer answer = shell.run("chain", "verify");
      assertThat(answer.code()).as("%s", answer).isEqualTo(2);
      assertThat(answer.out()).contains("They were verified here before, and are lost");
    }
  }
}

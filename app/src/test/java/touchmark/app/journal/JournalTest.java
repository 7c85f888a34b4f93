package touchmark.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

class JournalTest {
  @TempDir Path directory;

  @Test
  void whatIsNotedIsReadBack() throws Exception {
    Journal journal = new Journal(directory.resolve("journal.jsonl"));
    Entry first = entry("a \"quoted\" sentence\nof two lines, with ü and 🔩");
    Entry second = entry("another");
    journal.note(first);
    journal.note(second);
    assertThat(journal.read().entries()).containsExactly(first, second);
    assertThat(journal.read().damage()).isEmpty();
  }

  @Test
  void aLineThatACrashCutShortIsSkippedAndSaid() throws Exception {
    Path file = directory.resolve("journal.jsonl");
    Journal journal = new Journal(file);
    Entry first = entry("first");
    journal.note(first);
    Files.writeString(file, "{\"at\":\"2026-0", StandardOpenOption.APPEND);
    assertThat(journal.read().entries()).containsExactly(first);
    assertThat(journal.read().damage()).singleElement().asString().contains("line 2");

    Entry later = entry("later");
    journal.note(later);
    assertThat(journal.read().entries()).containsExactly(first, later);
  }

  @Test
  void anEndlessLineIsNotReadIntoMemory() throws Exception {
    Path file = directory.resolve("journal.jsonl");
    Files.writeString(file, "x".repeat(100_000) + "\n");
    Journal journal = new Journal(file);
    journal.note(entry("after it"));
    assertThat(journal.read().entries()).hasSize(1);
    assertThat(journal.read().damage()).singleElement().asString().contains("at most 8192 bytes");
  }

  @Test
  void aLongMessageIsCut() throws Exception {
    Journal journal = new Journal(directory.resolve("journal.jsonl"));
    journal.note(entry("ü".repeat(50_000)));
    assertThat(journal.read().entries().getFirst().message())
        .hasSize(Entry.LONGEST_MESSAGE)
        .endsWith("...");
  }

  private static Entry entry(String message) {
    return new Entry(
        Instant.parse("2026-03-12T10:15:30Z"),
        Entry.Kind.VERIFIED,
        new ResourceId("print-co"),
        Fingerprint.parse("ab".repeat(32)),
        Optional.of(Fingerprint.parse("cd".repeat(32))),
        "FAIL",
        message);
  }
}

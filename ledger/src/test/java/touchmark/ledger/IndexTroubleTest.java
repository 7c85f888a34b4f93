package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Locale;
import java.util.NavigableMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.store.CleanStop;

/// The index is behind, altered, or searched while the chain is still being read.
class IndexTroubleTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");

  @TempDir Path home;
  private final TestClock clock = TestParties.clock();
  private Path note;

  @BeforeEach
  void found() throws StoreException {
    note = home.resolve("index").resolve("clean-stop");
    try (Ledger ledger = PARTIES.found(home, clock)) {
      done(PARTIES.claim(ledger, ACME, BRACKET));
      done(PARTIES.send(ledger, ACME, BOLT, BRACKET, true));
      done(PARTIES.claim(ledger, BOLT, fingerprint("gear"), BRACKET));
    }
  }

  private void change(String sql) throws Exception {
    try (Connection index =
            DriverManager.getConnection("jdbc:h2:file:" + home.resolve("index/index"), "sa", "");
        Statement statement = index.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE block SET at = at + 1 WHERE height = 9, its list of blocks",
    "UPDATE tx SET claim = FALSE WHERE height = 9, its list of transactions",
    "UPDATE tx SET fingerprint = id WHERE height = 9, its search by fingerprint",
    "DELETE FROM party WHERE party = 'bolt', its search by party",
    "DELETE FROM source, its search by source"
  })
  void anIndexThatSaysOtherThanTheSegmentsIsReported(String sql, String part) throws Exception {
    change(sql);

    assertThat(Ledger.verifyIn(home, Progress.SILENT).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).startsWith("index, blocks 0 to ");
              assertThat(problem.message()).contains(part).contains("rebuild-index");
            });
    requireAllAnswers();
  }

  @Test
  void anIndexThatIsBehindIsBroughtUpToDate() throws Exception {
    Files.delete(note);
    change("DELETE FROM block WHERE height > 5");
    change("DELETE FROM tx WHERE height > 5");
    change("DELETE FROM party");
    change("DELETE FROM source");
    requireAllAnswers();
  }

  @Test
  void aRebuiltIndexHoldsWhatTheSegmentsSay() throws Exception {
    change("DELETE FROM tx");
    assertThat(Ledger.rebuildIndexIn(home, Progress.SILENT)).isEqualTo(11);
    ChainReport report = Ledger.verifyIn(home, Progress.SILENT);
    assertThat(report.problems()).isEmpty();
    assertThat(report.indexCompared()).isTrue();
    requireAllAnswers();
  }

  @Test
  void theIndexOfADamagedChainStaysAndTheDamageIsNamed() throws Exception {
    Path segment = home.resolve("segments").resolve("000000.seg");
    Path index = home.resolve("index").resolve("index.mv.db");
    byte[] before = Files.readAllBytes(index);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 2] ^= 1;
    Files.write(segment, bytes);
    assertThatThrownBy(() -> Ledger.rebuildIndexIn(home, Progress.SILENT))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("000000.seg, bytes ")
        .hasMessageContaining("The index stays as it is")
        .hasMessageNotContaining("lost");
    assertThat(index).hasBinaryContent(before);
    assertThat(home.resolve("index.making")).doesNotExist();
  }

  @Test
  void aMissingIndexIsNoDamage() throws Exception {
    Files.delete(home.resolve("index").resolve("index.mv.db"));
    ChainReport report = Ledger.verifyIn(home, Progress.SILENT);
    assertThat(report.ok()).isTrue();
    assertThat(report.indexCompared()).isFalse();
    requireAllAnswers();
  }

  @Test
  void anIndexThatIsBeingMadeIsFinishedWhenTheLedgerIsClosedAtOnce() throws Exception {
    for (int i = 0; i < 5; i++) {
      Files.delete(home.resolve("index").resolve("index.mv.db"));
      PARTIES.open(home, clock).close();
      ChainReport report = Ledger.verifyIn(home, Progress.SILENT);
      assertThat(report.indexCompared()).isTrue();
      assertThat(report.problems()).isEmpty();
      assertThat(note).exists();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR-u-nu-arabext", "ar-EG-u-nu-arab", "tr-TR"})
  void theNoteOfACleanStopIsReadWhereDigitsLookOtherwise(String locale) throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(locale));
    try {
      PARTIES.open(home, clock).close();
      assertThat(CleanStop.take(note)).isPresent();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theNoteOfACleanStopIsTakenAwayWhileTheChainIsOpen() throws Exception {
    assertThat(note).exists();
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(note).doesNotExist();
      done(PARTIES.claim(ledger, ACME, fingerprint("nut")));
      assertThat(ledger.history(fingerprint("nut"))).hasSize(1);
    }
    assertThat(note).exists();
    Files.writeString(note, Files.readString(note).replace("head 1", "head 2"));
    requireAllAnswers();
  }

  @Test
  void afterACleanStopAChainCanBeSearchedThoughItIsDamagedElsewhere() throws Exception {
    Path segment = home.resolve("segments").resolve("000000.seg");
    NavigableMap<Long, Integer> starts = ChainDamageTest.blockStarts(home);
    long third =
        starts.entrySet().stream()
            .filter(e -> e.getValue() == 3)
            .findFirst()
            .orElseThrow()
            .getKey();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[(int) third + 200] ^= 1;
    Files.write(segment, bytes);
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.readOnlyBecause().orElseThrow()).contains("000000.seg, bytes " + third);
      assertThat(ledger.canSeal()).isFalse();
      assertThat(ledger.head().height()).isEqualTo(2);
    }
    assertThat(note).doesNotExist();
  }

  private void requireAllAnswers() throws StoreException {
    try (Ledger ledger = PARTIES.open(home, clock)) {
      assertThat(ledger.history(BRACKET)).hasSize(2);
      assertThat(ledger.involving(BOLT)).hasSize(2);
      assertThat(ledger.derivedFrom(BRACKET)).hasSize(1);
      assertThat(ledger.canSeal()).isTrue();
      assertThat(ledger.verify(Progress.SILENT).problems()).isEmpty();
    }
  }
}

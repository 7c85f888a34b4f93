package touchmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.sample.SampleFiles;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Lane;
import touchmark.app.timeline.Timeline;
import touchmark.app.usecase.LibraryEntry;
import touchmark.app.usecase.Party;
import touchmark.app.verify.Axis;
import touchmark.app.verify.Check;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.ChainReport;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.rules.RefusalCode;

/// The tour: one home plays all parties, step after step.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourTest {
  @TempDir static Path directory;
  private Story story;
  private Path bracket;
  private Path tampered;
  private Fingerprint fingerprint;

  @BeforeAll
  void begin() throws Exception {
    story = Story.begin(directory.resolve("home"));
    SampleFiles.write(directory.resolve("files"));
    bracket = directory.resolve("files").resolve(SampleFiles.MODEL);
    tampered = directory.resolve("files").resolve(SampleFiles.TAMPERED);
    fingerprint = story.fingerprint(bracket);
  }

  @AfterAll
  void end() {
    story.close();
  }

  @Test
  @Order(1)
  void acmeClaimsTheBracket() throws Exception {
    Story.done(story.claim(bracket, story.acme()));
  }

  @Test
  @Order(2)
  void acmeCannotClaimItTwice() throws Exception {
    assertThat(Story.refused(story.claim(bracket, story.acme())))
        .isEqualTo(RefusalCode.ALREADY_YOURS);
  }

  @Test
  @Order(3)
  void acmeSendsItToBoltWhoMayForwardIt() throws Exception {
    Story.done(story.send(fingerprint, story.acme(), story.bolt().resource(), true));
  }

  @Test
  @Order(4)
  void boltMayPrintIt() throws Exception {
    Verification verification = story.verify(bracket, story.bolt());
    assertThat(verification.checks()).extracting(Check::axis).containsExactly(Axis.values());
    assertThat(verification.checks())
        .extracting(Check::state)
        .as(verification.checks().toString())
        .containsOnly(State.PASS);
    assertThat(verification.verdict()).isEqualTo(State.PASS);
    assertThat(verification.headline())
        .isEqualTo("This is bracket v1 as Acme GmbH registered it, and Bolt Ltd may hold it.");
    assertThat(check(verification, Axis.RIGHT).message())
        .startsWith("You received bracket v1 from Acme GmbH on ")
        .endsWith(", and may forward it.");
  }

  @Test
  @Order(5)
  void printCoMayPrintItButNotSendItOn() throws Exception {
    Story.done(story.send(fingerprint, story.bolt(), story.printCo().resource(), false));
    Verification verification = story.verify(bracket, story.printCo());
    assertThat(verification.verdict()).isEqualTo(State.PASS);
    assertThat(check(verification, Axis.RIGHT).message()).endsWith(", may not forward it.");
    assertThat(
            Story.refused(story.send(fingerprint, story.printCo(), story.bolt().resource(), false)))
        .isEqualTo(RefusalCode.NO_RIGHT_TO_FORWARD);
  }

  @Test
  @Order(6)
  void boltCannotClaimIt() throws Exception {
    assertThat(Story.refused(story.claim(bracket, story.bolt())))
        .isEqualTo(RefusalCode.CLAIMED_BY_OTHER);
  }

  @Test
  @Order(7)
  void theTamperedCopyIsNotTheFileThatAcmeRegistered() throws Exception {
    Verification verification = story.verify(tampered, story.printCo());
    assertTampered(verification);
    assertThat(verification.difference()).isPresent();
  }

  @Test
  @Order(8)
  void aStrangersFileIsNotRegistered() throws Exception {
    Path stranger = directory.resolve("files").resolve(SampleFiles.STRANGER);
    Verification verification = story.verify(stranger, story.printCo());
    assertThat(verification.verdict()).isEqualTo(State.UNKNOWN);
    assertThat(check(verification, Axis.INTEGRITY).code()).isEqualTo("NOT_REGISTERED");
    assertThat(verification.headline()).startsWith("Not registered");
  }

  @Test
  @Order(9)
  void theTimelineShowsAllOfIt() throws Exception {
    Timeline timeline = story.touchmark().history().of(fingerprint, story.acme());
    assertThat(timeline.title()).isEqualTo("bracket v1");
    assertThat(timeline.lanes())
        .extracting(Lane::name)
        .containsExactly("Acme GmbH", "Bolt Ltd", "Print Co");
    assertThat(timeline.lanes())
        .extracting(Lane::role)
        .containsExactly("owner", "may forward", "holds");
    assertThat(timeline.events())
        .extracting(Event::kind)
        .containsExactly(
            EventKind.CLAIM,
            EventKind.REFUSED,
            EventKind.SEND,
            EventKind.RECEIVED,
            EventKind.VERIFIED,
            EventKind.FORWARD,
            EventKind.RECEIVED,
            EventKind.VERIFIED,
            EventKind.REFUSED,
            EventKind.REFUSED,
            EventKind.BREACH);
    assertThat(timeline.events())
        .allSatisfy(
            event -> event.from().ifPresent(from -> assertThat(from).isLessThan(event.id())));
    assertThat(story.touchmark().history().of(fingerprint, story.acme())).isEqualTo(timeline);
  }

  @Test
  @Order(10)
  void theLibraryShowsWhoHoldsWhat() throws Exception {
    assertThat(story.touchmark().library().entries(story.acme()))
        .extracting(LibraryEntry::title, LibraryEntry::shelf, LibraryEntry::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "bracket v1", LibraryEntry.Shelf.SENT, "Sent to Bolt Ltd"),
            org.assertj.core.groups.Tuple.tuple(
                "bracket v1", LibraryEntry.Shelf.MINE, "Yours, final"));
    assertThat(story.touchmark().library().entries(story.bolt()))
        .extracting(LibraryEntry::state)
        .contains("Received from Acme GmbH, may forward");
  }

  @Test
  @Order(11)
  void aSecondHomeImportsTheChainAndVerifiesTheSame() throws Exception {
    assertThat(story.touchmark().ledger().verify(Progress.SILENT).ok()).isTrue();
    Path exported = directory.resolve("chain.tmchain");
    story.touchmark().ledger().exportTo(exported, Progress.SILENT);
    try (Touchmark second =
        Touchmark.importChain(
            exported, directory.resolve("second"), Clock.systemUTC(), Progress.SILENT)) {
      assertThat(second.parties()).isEmpty();
      Party printCo = second.party(story.printCo().resource()).orElseThrow();
      assertThat(printCo.signedBy()).isEmpty();
      Verification good = second.verify().verify(bracket, printCo, c -> {}, Progress.SILENT);
      assertThat(good.verdict()).as(good.checks().toString()).isEqualTo(State.PASS);
      Verification bad = second.verify().verify(tampered, printCo, c -> {}, Progress.SILENT);
      assertThat(bad.verdict()).isNotEqualTo(State.PASS);
    }
  }

  @Test
  @Order(12)
  void oneFlippedByteInAnySegmentIsNamed() throws Exception {
    Path copy = directory.resolve("copy");
    try (Stream<Path> files = Files.walk(story.touchmark().home().resolve("ledger"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(story.touchmark().home().resolve("ledger").relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    List<Path> segments;
    try (Stream<Path> files = Files.walk(copy)) {
      segments =
          files
              .filter(file -> file.toString().contains("segment"))
              .filter(Files::isRegularFile)
              .toList();
    }
    assertThat(segments).isNotEmpty();
    for (Path segment : segments) {
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length / 2] ^= 1;
      Files.write(segment, bytes);
      ChainReport report = Ledger.verifyIn(copy, Progress.SILENT);
      assertThat(report.ok()).isFalse();
      assertThat(report.problems().getFirst().where()).contains("block");
    }
  }

  private static void assertTampered(Verification verification) {
    assertThat(verification.verdict()).isEqualTo(State.FAIL);
    assertThat(verification.headline())
        .isEqualTo("This is not the file that Acme GmbH registered.");
    assertThat(check(verification, Axis.INTEGRITY).code()).isEqualTo("OTHER_BYTES");
    assertThat(check(verification, Axis.RIGHT).state()).isEqualTo(State.PASS);
    Check soundness = check(verification, Axis.SOUNDNESS);
    assertThat(soundness.state()).isEqualTo(State.FAIL);
    assertThat(soundness.message())
        .matches(
            "1 internal void that the registered bracket v1 lacks: [0-9.]+ mm³ at \\([-0-9., ]+\\),"
                + " [0-9.]+ mm under the surface\\.");
  }

  private static Check check(Verification verification, Axis axis) {
    return verification.checks().get(axis.ordinal());
  }
}

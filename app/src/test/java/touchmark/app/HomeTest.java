package touchmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.sample.SampleFiles;
import touchmark.app.usecase.Party;
import touchmark.ledger.Progress;
import touchmark.ledger.model.ResourceId;

class HomeTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;

  @Test
  void aHomeIsMadeClosedAndOpenedAgain() throws Exception {
    Path home = directory.resolve("my home 🔩");
    try (Touchmark made = create(home)) {
      Party acme = made.parties().getFirst();
      assertThat(acme.resource()).isEqualTo(new ResourceId("acme-gmbh"));
      assertThat(acme.signedBy().orElseThrow().value()).matches("p-[0-9]{4}");
      assertThat(made.contacts().find(acme.signedBy().get()).orElseThrow().person().lastName())
          .contains("GmbH");
      made.addOrganization(Story.founding("Bolt Ltd"));
      refused(() -> made.addOrganization(Story.founding("Bolt Ltd")), HomeException.Reason.USAGE);
    }
    assertThat(Touchmark.existsIn(home)).isTrue();
    try (Touchmark opened = Touchmark.open(home, Story.PASSWORD, CLOCK)) {
      assertThat(opened.parties()).extracting(Party::name).containsExactly("Acme GmbH", "Bolt Ltd");
      assertThat(opened.isSample()).isFalse();
    }
  }

  @Test
  void whatADeadProcessLeftHalfWrittenIsRemovedWhenTheHomeIsOpened() throws Exception {
    Path home = directory.resolve("home");
    create(home).close();
    Path shelf = Files.createDirectories(home.resolve("vault").resolve("ab"));
    Path kept = Files.writeString(shelf.resolve("ab12"), "bytes");
    List<Path> left =
        List.of(
            home.resolve("vault").resolve(".incoming-123.tmp"),
            shelf.resolve(".writing-456.tmp"),
            home.resolve(".writing-789.tmp"));
    for (Path file : left) {
      Files.writeString(file, "half");
    }
    try (Touchmark opened = Touchmark.open(home, Story.PASSWORD, CLOCK)) {
      assertThat(opened.home()).isEqualTo(home);
      assertThat(left).allSatisfy(file -> assertThat(file).doesNotExist());
      assertThat(kept).exists();
      Path written = Files.writeString(left.getFirst(), "of the process that has the home");
      refused(
          () -> Touchmark.open(home, Story.PASSWORD, CLOCK), HomeException.Reason.HELD_BY_ANOTHER);
      assertThat(written).exists();
    }
  }

  @Test
  void whatADeadProcessLeftInTheChainsFolderIsRemovedOnceNobodyCanBeWritingItStill()
      throws Exception {
    Path home = directory.resolve("home");
    create(home).close();
    Path ledger = home.resolve("ledger");
    for (String folder : List.of(".", "index", "votes")) {
      Path in = Files.createDirectories(ledger.resolve(folder));
      Path left = Files.writeString(in.resolve(".writing-1.tmp"), "half");
      Files.setLastModifiedTime(left, FileTime.from(CLOCK.instant().minus(Duration.ofHours(1))));
      Path beingWritten = Files.writeString(in.resolve(".writing-2.tmp"), "half");
      Touchmark.open(home, Story.PASSWORD, CLOCK).close();
      assertThat(left).doesNotExist();
      assertThat(beingWritten).as("by who verifies the chain just now").exists();
    }
  }

  @Test
  void peoplesNamesStayOffTheChain() throws Exception {
    Path home = directory.resolve("home");
    create(home).close();
    try (var files = Files.walk(home.resolve("ledger"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("Ada Acme");
      }
    }
  }

  @Test
  void aWrongPasswordIsSaid() throws Exception {
    Path home = directory.resolve("home");
    create(home).close();
    refused(
        () -> Touchmark.open(home, "wrong".toCharArray(), CLOCK),
        HomeException.Reason.WRONG_PASSWORD);
    Touchmark.open(home, Story.PASSWORD, CLOCK).close();
  }

  @Test
  void aHomeIsUsedByOneAtATime() throws Exception {
    Path home = directory.resolve("home");
    try (Touchmark first = create(home)) {
      refused(
          () -> Touchmark.open(home, Story.PASSWORD, CLOCK), HomeException.Reason.HELD_BY_ANOTHER);
      assertThat(first.parties()).hasSize(1);
    }
  }

  @Test
  void aDirectoryWithSomethingInItIsNotTaken() throws Exception {
    Path file = Parts.write(directory.resolve("home/letter.txt"), new byte[3]);
    refused(() -> create(file.getParent()), HomeException.Reason.USAGE);
    refused(() -> create(file), HomeException.Reason.USAGE);
    assertThat(file).exists();
    refused(
        () -> Touchmark.open(file.getParent(), Story.PASSWORD, CLOCK),
        HomeException.Reason.NO_HOME);
  }

  @Test
  void aFailedAttemptLeavesNothing() throws Exception {
    Path home = directory.resolve("home");
    Founding nameless = Story.founding("会社");
    refused(
        () -> Touchmark.create(home, nameless, Story.PASSWORD, CLOCK), HomeException.Reason.USAGE);
    assertThat(home).doesNotExist();
    Founding badPerson =
        new Founding(
            "Acme GmbH",
            Optional.empty(),
            Optional.empty(),
            nameless.address(),
            Optional.of("x".repeat(500)),
            Optional.empty());
    refused(
        () -> Touchmark.create(home, badPerson, Story.PASSWORD, CLOCK), HomeException.Reason.USAGE);
    assertThat(home).doesNotExist();
  }

  @Test
  void theRestOfABrokenOffAttemptIsClearedByTheNext() throws Exception {
    Path home = directory.resolve("home");
    Parts.write(home.resolve("making"), HomeMaker.MARK.getBytes(StandardCharsets.UTF_8));
    Parts.write(home.resolve("keys.p12"), new byte[10]);
    Parts.write(home.resolve("ledger/segments/rest"), new byte[10]);
    assertThat(Touchmark.existsIn(home)).isFalse();
    create(home).close();
    assertThat(home.resolve("making")).doesNotExist();
  }

  @Test
  void theHomesOwnCopyOfAFileIsVerifiedUnderTheNameItCameUnder() throws Exception {
    try (Touchmark station = create(directory.resolve("home"))) {
      SampleFiles.write(directory.resolve("sample"));
      Path part = directory.resolve("sample").resolve(SampleFiles.MODEL);
      Party acme = station.parties().getFirst();
      var proposal = station.claim().propose(part, acme, Progress.SILENT);
      station.claim().claim(proposal.request(), acme, Progress.SILENT);
      Path copy = station.vault().find(proposal.inspection().file().fingerprint()).orElseThrow();
      assertThat(station.verify().verify(copy, acme, _ -> {}, Progress.SILENT).fileName())
          .isEqualTo(SampleFiles.MODEL);
    }
  }

  @Test
  void somebodysOwnFolderOrFileNamedLikeTheMarkIsLeftAlone() throws Exception {
    Path project = directory.resolve("project");
    Path own = Parts.write(project.resolve("making/of.txt"), new byte[3]);
    Path letter = Parts.write(project.resolve("letter.txt"), new byte[3]);
    refused(() -> create(project), HomeException.Reason.USAGE);
    assertThat(own).exists();
    assertThat(letter).exists();
    Path other = directory.resolve("other");
    Path mark = Parts.write(other.resolve("making"), new byte[3]);
    Path sample = Parts.write(other.resolve("sample/bracket.3mf"), new byte[3]);
    refused(() -> create(other), HomeException.Reason.USAGE);
    assertThat(mark).exists();
    assertThat(sample).exists();
  }

  @Test
  void whatDoesNotBelongToABrokenOffAttemptIsNeverCleared() throws Exception {
    Path home = directory.resolve("home");
    Parts.write(home.resolve("making"), HomeMaker.MARK.getBytes(StandardCharsets.UTF_8));
    Path letter = Parts.write(home.resolve("letter.txt"), new byte[3]);
    refused(() -> create(home), HomeException.Reason.USAGE);
    assertThat(letter).exists();
  }

  private static Touchmark create(Path home) throws HomeException {
    return Touchmark.create(home, Story.founding("Acme GmbH"), Story.PASSWORD, CLOCK);
  }

  private static void refused(ThrowingCallable attempt, HomeException.Reason reason) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            HomeException.class, e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
  }
}

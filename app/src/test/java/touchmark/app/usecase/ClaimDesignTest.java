package touchmark.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.Parts;
import touchmark.app.Story;
import touchmark.app.format.FormatException;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.StatedFinding;
import touchmark.ledger.model.Statement.RecordOwnership;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimDesignTest {
  @TempDir static Path directory;
  private Story story;

  @BeforeAll
  void begin() throws Exception {
    story = Story.begin(directory.resolve("home"));
  }

  @AfterAll
  void end() {
    story.close();
  }

  @Test
  void aFileThatChangesBetweenProposalAndClaimIsNotClaimed() throws Exception {
    Path file = Parts.block(directory.resolve("changing.stl"), 5, 6, 7);
    ClaimRequest request = story.propose(file, story.acme());
    Parts.block(file, 5, 6, 8);
    nothingIsRecorded(
        () ->
            assertThatThrownBy(
                    () -> story.touchmark().claim().claim(request, story.acme(), Progress.SILENT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("the file changed"));
  }

  @Test
  void aVaultThatCannotBeWrittenStopsTheClaimBeforeItIsRecorded() throws Exception {
    Path file = Parts.block(directory.resolve("disk.stl"), 9, 6, 7);
    ClaimRequest request = story.propose(file, story.acme());
    Path vault = story.touchmark().home().resolve("vault");
    Path aside = story.touchmark().home().resolve("vault-aside");
    Files.createDirectories(vault);
    Files.move(vault, aside);
    Files.createFile(vault);
    try {
      nothingIsRecorded(
          () ->
              assertThatThrownBy(
                      () -> story.touchmark().claim().claim(request, story.acme(), Progress.SILENT))
                  .isInstanceOf(IOException.class));
    } finally {
      Files.delete(vault);
      Files.move(aside, vault);
    }
  }

  @Test
  void aPlaceInTheVaultThatCannotBeMadeStopsTheClaimBeforeItIsRecorded() throws Exception {
    Path file = Parts.block(directory.resolve("place.stl"), 9, 7, 7);
    ClaimRequest request = story.propose(file, story.acme());
    Path place =
        story
            .touchmark()
            .home()
            .resolve("vault")
            .resolve(request.fingerprint().hex().substring(0, 2));
    Path aside = directory.resolve("place-aside");
    Files.createDirectories(place);
    Files.move(place, aside);
    Files.createFile(place);
    try {
      nothingIsRecorded(
          () ->
              assertThatThrownBy(
                      () -> story.touchmark().claim().claim(request, story.acme(), Progress.SILENT))
                  .isInstanceOf(IOException.class));
    } finally {
      Files.delete(place);
      Files.move(aside, place);
    }
    Story.done(story.touchmark().claim().claim(request, story.acme(), Progress.SILENT));
    assertThat(story.touchmark().vault().find(request.fingerprint())).isPresent();
    assertThat(story.touchmark().vault().note(request.fingerprint())).isPresent();
  }

  @Test
  void openingsThatCannotBeKeptStopTheClaimBeforeItIsRecorded() throws Exception {
    Path file = Parts.block(directory.resolve("openings.stl"), 9, 8, 7);
    ClaimRequest request = story.propose(file, story.acme());
    Path openings = story.touchmark().home().resolve("openings");
    Path aside = directory.resolve("openings-aside");
    Files.createDirectories(openings);
    Files.move(openings, aside);
    Files.createFile(openings);
    long transactions = story.touchmark().ledger().head().transactions();
    try {
      assertThatThrownBy(
              () -> story.touchmark().claim().claim(request, story.acme(), Progress.SILENT))
          .isInstanceOf(IOException.class);
    } finally {
      Files.delete(openings);
      Files.move(aside, openings);
    }
    assertThat(story.touchmark().ledger().head().transactions()).isEqualTo(transactions);
    assertThat(story.touchmark().vault().find(request.fingerprint())).isEmpty();
    assertThat(story.touchmark().vault().note(request.fingerprint())).isEmpty();
  }

  @Test
  void aCancelledClaimIsNotRecorded() throws Exception {
    Path file = Parts.block(directory.resolve("cancelled.stl"), 3, 6, 7);
    ClaimRequest request = story.propose(file, story.acme());
    nothingIsRecorded(
        () ->
            assertThatThrownBy(
                    () ->
                        story
                            .touchmark()
                            .claim()
                            .claim(request, story.acme(), (done, total) -> false))
                .isInstanceOf(CancellationException.class));
  }

  @Test
  void aDirectoryIsNoFileToClaim() {
    assertThatThrownBy(() -> story.propose(directory, story.acme()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aRefusedClaimLeavesNothingBehind() throws Exception {
    Path file = Parts.block(directory.resolve("once.stl"), 2, 6, 7);
    Story.done(story.claim(file, story.acme()));
    nothingIsRecorded(() -> Story.refused(story.claim(file, story.bolt())));
  }

  @Test
  void theNextVersionOfADesignIsProposed() throws Exception {
    Path first = Parts.block(directory.resolve("one/hinge.stl"), 11, 6, 7);
    assertThat(story.propose(first, story.acme()).versionIds()).containsExactly("v1");
    Story.done(story.claim(first, story.acme()));
    Path second = Parts.block(directory.resolve("two/hinge.stl"), 11, 6, 8);
    assertThat(story.propose(second, story.acme()).versionIds()).containsExactly("v2");
    assertThat(story.propose(second, story.bolt()).versionIds()).containsExactly("v1");
    Path named = Parts.block(directory.resolve("two/hinge-v7.stl"), 11, 6, 8);
    assertThat(story.propose(named, story.acme()).versionIds()).containsExactly("v7");
  }

  @Test
  void theLabelsAreSealedAndCanBeOpenedHere() throws Exception {
    Path file = Parts.block(directory.resolve("sealed.stl"), 12, 6, 7);
    ClaimRequest request =
        story.propose(file, story.acme()).withDescriptions(List.of("for the left side"));
    Recorded recorded =
        Story.done(story.touchmark().claim().claim(request, story.acme(), Progress.SILENT));
    RecordOwnership claim = (RecordOwnership) recorded.transaction().statement();
    assertThat(claim.productData().file().labels()).isInstanceOf(FileLabels.Sealed.class);
    assertThat(story.touchmark().names().labels(claim, story.acme().resource()))
        .contains(new FileLabels.Clear("sealed", List.of("v1"), List.of("for the left side")));
    assertThat(story.touchmark().names().labels(claim, story.bolt().resource())).isEmpty();
    assertThat(story.touchmark().vault().find(request.fingerprint())).isPresent();
  }

  @Test
  void aPublicClaimIsReadableByAll() throws Exception {
    Path file = Parts.block(directory.resolve("open.stl"), 13, 6, 7);
    ClaimRequest request = story.propose(file, story.acme()).asPublic(Optional.of("10.1000/182"));
    Recorded recorded =
        Story.done(story.touchmark().claim().claim(request, story.acme(), Progress.SILENT));
    RecordOwnership claim = (RecordOwnership) recorded.transaction().statement();
    assertThat(claim.productData().doi()).contains("10.1000/182");
    assertThat(story.touchmark().names().labels(claim, story.bolt().resource())).isPresent();
  }

  @Test
  void aVoidIsStatedInTheClaim() throws Exception {
    Path file = Parts.hollow(directory.resolve("hollow.stl"));
    Recorded recorded = Story.done(story.claim(file, story.acme()));
    RecordOwnership claim = (RecordOwnership) recorded.transaction().statement();
    assertThat(claim.statedFindings()).contains(new StatedFinding("INTERNAL_VOID", 1));
  }

  @Test
  void theSourceOfASliceIsProposedFromItsComments() throws Exception {
    Path model = Parts.block(directory.resolve("plate.stl"), 20, 20, 2);
    Story.done(story.claim(model, story.acme()));
    Fingerprint source = story.fingerprint(model);
    Path byHash =
        Parts.sliced(
            directory.resolve("plate.gcode"), 20, 20, 2, List.of("model_sha256 = " + source.hex()));
    assertThat(story.propose(byHash, story.acme()).derivedFrom()).containsExactly(source);
    assertThat(story.propose(byHash, story.bolt()).derivedFrom()).isEmpty();
    Path byName =
        Parts.sliced(
            directory.resolve("other.gcode"), 20, 20, 2, List.of("model_file = plate.stl"));
    assertThat(story.propose(byName, story.acme()).derivedFrom()).containsExactly(source);
  }

  @Test
  void aSmallSettingsFileIsPointedOut() throws Exception {
    Path file =
        Parts.write(
            directory.resolve("profile.ini"), "layer_height = 0.2\nfill = 15%\n".getBytes());
    assertThat(story.touchmark().claim().propose(file, story.acme(), Progress.SILENT).warnings())
        .singleElement()
        .asString()
        .contains("guesses its content");
  }

  @Test
  void aLongSettingsFileIsPointedOutTooAndALongModelIsNot() throws Exception {
    Path settings =
        Parts.write(
            directory.resolve("long.ini"),
            ("; generated by PrusaSlicer 2.6.0\n\n" + "layer_height = 0.2\n".repeat(400))
                .getBytes());
    assertThat(warnings(settings)).singleElement().asString().contains("settings or measurements");
    assertThat(warnings(Parts.block(directory.resolve("tiny.stl"), 3, 4, 5)))
        .singleElement()
        .asString()
        .contains("a small file of 684 bytes");
    assertThat(warnings(Parts.hollow(directory.resolve("larger.stl")))).isEmpty();
  }

  private List<String> warnings(Path file) throws Exception {
    return story.touchmark().claim().propose(file, story.acme(), Progress.SILENT).warnings();
  }

  @Test
  void whoHasNoKeyHereCannotClaim() throws Exception {
    Path file = Parts.block(directory.resolve("stranger.stl"), 14, 6, 7);
    Party stranger = new Party(story.acme().resource(), "Acme GmbH", Optional.empty());
    Outcome outcome =
        story
            .touchmark()
            .claim()
            .claim(story.propose(file, story.acme()), stranger, Progress.SILENT);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws Exception;
  }

  private void nothingIsRecorded(Attempt attempt) throws Exception {
    long transactions = story.touchmark().ledger().head().transactions();
    long files = filesIn("vault");
    long openings = filesIn("openings");
    attempt.run();
    assertThat(story.touchmark().ledger().head().transactions()).isEqualTo(transactions);
    assertThat(filesIn("openings")).isEqualTo(openings);
    assertThat(
            Files.isDirectory(story.touchmark().home().resolve("vault")) ? filesIn("vault") : files)
        .isEqualTo(files);
  }

  private long filesIn(String name) throws IOException {
    Path place = story.touchmark().home().resolve(name);
    if (!Files.exists(place)) {
      return 0;
    }
    try (Stream<Path> inside = Files.walk(place)) {
      return inside.filter(Files::isRegularFile).count();
    }
  }
}

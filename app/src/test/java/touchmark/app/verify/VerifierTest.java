package touchmark.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.Parts;
import touchmark.app.Story;
import touchmark.app.format.stl.StlWriter;
import touchmark.app.sample.SampleBracket;
import touchmark.app.sample.SampleSlicer;
import touchmark.ledger.model.Fingerprint;

/// The seven questions on a real ledger.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifierTest {
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
  void withoutItsLabelTheVerdictSpeaksOfTheBytes() throws Exception {
    Path file = Parts.block(directory.resolve("nameless.stl"), 31, 7, 5);
    Story.done(story.claim(file, story.acme()));
    for (String kept : List.of("openings", "vault")) {
      try (var inside = Files.walk(story.touchmark().home().resolve(kept))) {
        for (Path path : inside.filter(Files::isRegularFile).toList()) {
          Files.delete(path);
        }
      }
    }
    Verification verification = story.verify(file, story.acme());
    assertThat(verification.headline())
        .isEqualTo("These bytes are as Acme GmbH registered them, and Acme GmbH may hold them.");
    assertThat(verification.checks().getFirst().message())
        .isEqualTo("These exact bytes are registered by Acme GmbH.");
  }

  @Test
  void aHolderWithoutARightIsToldWhoCouldHavePassedItOn() throws Exception {
    Path file = Parts.block(directory.resolve("leaked.stl"), 8, 8, 8);
    Story.done(story.claim(file, story.acme()));
    Story.done(story.send(story.fingerprint(file), story.acme(), story.bolt().resource(), true));
    Verification verification = story.verify(file, story.printCo());
    assertThat(verification.verdict()).isEqualTo(State.FAIL);
    assertThat(answer(verification, Axis.INTEGRITY).state()).isEqualTo(State.PASS);
    assertThat(answer(verification, Axis.RIGHT).message())
        .contains("Print Co")
        .endsWith("Who could have passed it on: Acme GmbH, Bolt Ltd.");
    assertThat(verification.headline())
        .isEqualTo("Print Co has no right to this file of Acme GmbH.");
  }

  @Test
  void aVoidThatTheOwnerStatedIsOnlyNoted() throws Exception {
    Path file = Parts.hollow(directory.resolve("lattice.stl"));
    Story.done(story.claim(file, story.acme()));
    Check soundness = answer(story.verify(file, story.acme()), Axis.SOUNDNESS);
    assertThat(soundness.state()).isEqualTo(State.PASS);
    assertThat(soundness.message()).endsWith("The owner's claim states it.");
  }

  @Test
  void aVoidInAnUnregisteredFileIsACaution() throws Exception {
    Path file = Parts.hollow(directory.resolve("stranger.stl"));
    Verification verification = story.verify(file, story.printCo());
    assertThat(answer(verification, Axis.SOUNDNESS).state()).isEqualTo(State.CAUTION);
    assertThat(verification.verdict()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void anOldVersionIsACautionOnceANewerOneIsRegistered() throws Exception {
    Path first = Parts.block(directory.resolve("arm-v1.stl"), 31, 5, 5);
    Path second = Parts.block(directory.resolve("arm-v2.stl"), 31, 5, 6);
    Story.done(story.claim(first, story.acme()));
    assertThat(story.verify(first, story.acme()).verdict()).isEqualTo(State.PASS);
    Story.done(story.claim(second, story.acme()));
    Verification verification = story.verify(first, story.acme());
    assertThat(verification.verdict()).isEqualTo(State.CAUTION);
    assertThat(answer(verification, Axis.OWNERSHIP).code()).isEqualTo("SUPERSEDED");
    assertThat(answer(verification, Axis.OWNERSHIP).message()).contains("arm v2");
    assertThat(story.verify(second, story.acme()).verdict()).isEqualTo(State.PASS);
    assertThat(story.touchmark().history().of(story.fingerprint(first), story.acme()).title())
        .isEqualTo("arm, v1 to v2");
  }

  @Test
  void theVersionInTheNamePicksTheCounterpart() throws Exception {
    Path first = Parts.block(directory.resolve("lever-v1.stl"), 32, 5, 5);
    Path second = Parts.block(directory.resolve("lever-v2.stl"), 32, 5, 6);
    Story.done(story.claim(first, story.acme()));
    Story.done(story.claim(second, story.acme()));
    Path other = Parts.block(directory.resolve("other/lever-v1.stl"), 32, 5, 5.5f);
    assertThat(story.verify(other, story.acme()).registered()).contains(story.fingerprint(first));
    Path plain = Parts.block(directory.resolve("other/lever.stl"), 32, 5, 5.5f);
    assertThat(story.verify(plain, story.acme()).registered()).contains(story.fingerprint(second));
  }

  @Test
  void whoMayNotReadTheLabelsLearnsNothingFromAName() throws Exception {
    Path secret = Parts.block(directory.resolve("secret.stl"), 33, 5, 5);
    Story.done(story.claim(secret, story.acme()));
    Path guess = Parts.block(directory.resolve("guess/secret.stl"), 33, 5, 6);
    assertThat(story.verify(guess, story.printCo()).verdict()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void theSameShapeUnderAnotherNameIsAHintOnly() throws Exception {
    Path part = Parts.block(directory.resolve("clamp.stl"), 34, 5, 5);
    Story.done(story.claim(part, story.acme()));
    Path turned = Parts.block(directory.resolve("something.stl"), 5, 34, 5);
    Verification verification = story.verify(turned, story.acme());
    assertThat(verification.verdict()).isEqualTo(State.UNKNOWN);
    assertThat(answer(verification, Axis.INTEGRITY).message()).contains("clamp v1 of Acme GmbH");
  }

  @Test
  void aSliceOfARegisteredModelIsJudgedByItsModel() throws Exception {
    Path model = Parts.block(directory.resolve("cover.stl"), 36, 20, 2);
    Story.done(story.claim(model, story.acme()));
    Fingerprint source = story.fingerprint(model);
    List<String> comments = List.of("model_sha256 = " + source.hex());
    Path slice = Parts.sliced(directory.resolve("cover.gcode"), 36, 20, 2, comments);
    Verification before = story.verify(slice, story.acme());
    assertThat(before.verdict()).isEqualTo(State.UNKNOWN);
    assertThat(answer(before, Axis.LINEAGE).code()).isEqualTo("OUTLINE_AGREES");

    Story.done(story.claim(slice, story.acme()));
    Verification after = story.verify(slice, story.acme());
    assertThat(answer(after, Axis.LINEAGE).code()).isEqualTo("OUTLINE_AGREES");
    assertThat(answer(after, Axis.LINEAGE).state()).isEqualTo(State.PASS);

    Path shrunk = Parts.sliced(directory.resolve("small.gcode"), 30, 16, 2, comments);
    assertThat(answer(story.verify(shrunk, story.acme()), Axis.LINEAGE).code())
        .isEqualTo("SIZE_DIFFERS");
    assertThat(answer(story.verify(shrunk, story.printCo()), Axis.LINEAGE).code())
        .isEqualTo("SOURCE_NOT_HELD");
  }

  @Test
  void aSliceWithAVoidThatItsModelLacksIsCautioned() throws Exception {
    Path model = directory.resolve("bracket.stl");
    try (OutputStream out = Files.newOutputStream(model)) {
      StlWriter.binary(new SampleBracket().genuine(), "bracket", out);
    }
    Story.done(story.claim(model, story.acme()));
    Path slice = directory.resolve("bracket.gcode");
    try (OutputStream out = Files.newOutputStream(slice)) {
      new SampleSlicer()
          .slice(new SampleBracket().tampered(), "bracket.stl", story.fingerprint(model), out);
    }
    Check lineage = answer(story.verify(slice, story.acme()), Axis.LINEAGE);
    assertThat(lineage.code()).isEqualTo("OUTLINE_DIFFERS");
    assertThat(lineage.state()).isEqualTo(State.CAUTION);
    assertThat(lineage.message()).contains("mm2 of the model are missing");
  }

  @Test
  void whatWasNotInspectedIsUnknownUnlessSomethingWorseWasFound() throws Exception {
    String step =
        """
        ISO-10303-21;
        HEADER;
        FILE_DESCRIPTION((''),'2;1');
        FILE_NAME('','',(''),(''),'','','');
        FILE_SCHEMA(('AUTOMOTIVE_DESIGN'));
        ENDSEC;
        DATA;
        #1=MANIFOLD_SOLID_BREP('',%s);
        #2=CLOSED_SHELL('',());
        #3=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));
        #4=(GLOBAL_UNIT_ASSIGNED_CONTEXT((#3))REPRESENTATION_CONTEXT('',''));
        ENDSEC;
        END-ISO-10303-21;
        """;
    Path whole = Files.writeString(directory.resolve("whole.step"), step.formatted("#2"));
    Path dangling = Files.writeString(directory.resolve("dangling.step"), step.formatted("#99"));
    Story.done(story.claim(whole, story.acme()));
    Story.done(story.claim(dangling, story.acme()));

    assertThat(answer(story.verify(whole, story.acme()), Axis.SOUNDNESS).state())
        .isEqualTo(State.UNKNOWN);
    Check soundness = answer(story.verify(dangling, story.acme()), Axis.SOUNDNESS);
    assertThat(soundness.state()).isEqualTo(State.CAUTION);
    assertThat(soundness.code()).isEqualTo("DANGLING_REFERENCES");
  }

  private static Check answer(Verification verification, Axis axis) {
    return verification.checks().get(axis.ordinal());
  }
}

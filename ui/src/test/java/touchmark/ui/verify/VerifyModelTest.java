package touchmark.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchmark.app.verify.Axis;
import touchmark.app.verify.Check;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.StoreException;
import touchmark.ui.cases.Cases;
import touchmark.ui.cases.Parts;
import touchmark.ui.support.Background;
import touchmark.ui.verify.VerifyModel.Phase;
import touchmark.ui.verify.VerifyModel.Release;

class VerifyModelTest {
  private final Queue<Runnable> fx = new ArrayDeque<>();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<String> released = new ArrayList<>();
  private final Background background = new Background(fx::add, work::add, work::add);
  private Verification answer = Parts.pass();
  private boolean nameTaken;

  private final VerifyModel model =
      new VerifyModel(
          background,
          new Desk(
              (_, _, onCheck, _) -> {
                answer.checks().forEach(onCheck);
                return answer;
              },
              (_, _) -> Optional.of(Parts.bracket("registered.3mf", true)),
              (_, _, folder, reason, _) -> release(folder, reason),
              txId ->
                  txId.digest().equals(Cases.digest("tx 1190"))
                      ? Optional.of(
                          Cases.sent(
                              Cases.ACME,
                              Cases.BOLT,
                              "bracket",
                              true,
                              1190,
                              java.time.Instant.EPOCH))
                      : Optional.empty(),
              party -> party.equals(Cases.ACME) ? "Acme GmbH" : party.value()));

  private Path release(Path folder, Optional<String> reason) throws IOException {
    if (nameTaken) {
      throw new FileAlreadyExistsException(folder.resolve("bracket-v3.3mf").toString());
    }
    released.add(folder + " " + reason.orElse(""));
    return folder.resolve("bracket-v3.3mf");
  }

  private void verify() {
    model.verify(Path.of("parts", "bracket-v3.3mf"), Cases.PRINT_PARTY);
    drain();
  }

  private void drain() {
    while (!work.isEmpty() || !fx.isEmpty()) {
      if (!work.isEmpty()) {
        work.remove().run();
      } else {
        fx.remove().run();
      }
    }
  }

  @Test
  void checksAppearOneByOneAndNothingIsGoodBeforeItWasChecked() {
    model.verify(Path.of("bracket-v3.3mf"), Cases.PRINT_PARTY);
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CHECKING);
    assertThat(model.checkProperty(Axis.INTEGRITY).get()).isEmpty();
    work.remove().run();
    fx.remove().run();
    assertThat(model.checkProperty(Axis.INTEGRITY).get()).map(Check::state).contains(State.PASS);
    assertThat(model.checkProperty(Axis.AUTHENTICITY).get()).isEmpty();
    assertThat(model.verificationProperty().get()).isEmpty();
    assertThat(model.releaseProperty().get()).isEqualTo(Release.IMPOSSIBLE);
    drain();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(model.releaseProperty().get()).isEqualTo(Release.READY);
  }

  @Test
  void anAnswerWithFewerThanSevenChecksIsNoVerdict() {
    Verification whole = Parts.pass();
    answer =
        new Verification(
            whole.file(),
            whole.fileName(),
            whole.fingerprint(),
            State.PASS,
            whole.headline(),
            false,
            whole.checks().subList(0, 6),
            whole.inspection(),
            Optional.empty(),
            Optional.empty());
    verify();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.FAILED);
    assertThat(model.releaseProperty().get()).isEqualTo(Release.IMPOSSIBLE);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void aFailedCheckForbidsReleaseWhateverTheVerdictSays(State verdict) {
    Verification failed = Parts.fail();
    answer =
        new Verification(
            failed.file(),
            failed.fileName(),
            failed.fingerprint(),
            verdict,
            failed.headline(),
            false,
            failed.checks(),
            failed.inspection(),
            Optional.empty(),
            Optional.empty());
    verify();
    model.reasonProperty().set("because I say so");
    model.release(Path.of("printer"));
    drain();
    assertThat(model.releaseProperty().get()).isEqualTo(Release.IMPOSSIBLE);
    assertThat(released).isEmpty();
  }

  @Test
  void cautionIsReleasedOnlyWithATypedReason() {
    answer = Parts.caution();
    verify();
    assertThat(model.releaseProperty().get()).isEqualTo(Release.NEEDS_REASON);
    model.reasonProperty().set("   ok   ");
    assertThat(model.releaseProperty().get()).isEqualTo(Release.NEEDS_REASON);
    model.release(Path.of("printer"));
    model.reasonProperty().set(" the older version was ordered ");
    model.release(Path.of("printer"));
    drain();
    assertThat(released).containsExactly("printer the older version was ordered");
    assertThat(model.releaseProperty().get()).isEqualTo(Release.RELEASED);
    assertThat(model.saidProperty().get()).startsWith("Released to ");
  }

  @Test
  void aTakenNameIsSaidAndTheReleaseCanBeTriedElsewhere() {
    verify();
    nameTaken = true;
    model.release(Path.of("printer"));
    drain();
    assertThat(model.saidProperty().get()).contains("bracket-v3.3mf already");
    assertThat(model.releaseProperty().get()).isEqualTo(Release.READY);
  }

  @Test
  void aCounterpartIsComparedInNumbers() {
    answer = Parts.fail();
    verify();
    assertThat(model.comparisonProperty().get().orElseThrow().rows())
        .filteredOn(row -> row.measure() == Comparison.Measure.VOIDS)
        .singleElement()
        .satisfies(row -> assertThat(row.differs()).isTrue());
  }

  @Test
  void whyShowsTheTransactionsThatTheLedgerStillHas() {
    verify();
    model.why(model.checkProperty(Axis.RIGHT).get().orElseThrow());
    drain();
    assertThat(model.proofProperty().get().orElseThrow().papers())
        .singleElement()
        .satisfies(
            paper -> {
              assertThat(paper.deed()).isEqualTo(Proof.Deed.SENT_FORWARD);
              assertThat(paper.who()).isEqualTo("Acme GmbH");
            });
  }

  @Test
  void theSecondOfTwoVerificationsIsTheOneThatIsShown() {
    model.verify(Path.of("first.3mf"), Cases.PRINT_PARTY);
    Runnable first = work.remove();
    first.run();
    answer = Parts.unknown(false);
    model.verify(Path.of("second.3mf"), Cases.PRINT_PARTY);
    drain();
    assertThat(model.verificationProperty().get().orElseThrow().verdict()).isEqualTo(State.UNKNOWN);
    assertThat(model.checkProperty(Axis.INTEGRITY).get().orElseThrow().state())
        .isEqualTo(State.UNKNOWN);
  }

  @Test
  void aStoreThatCannotBeReadIsSaidInItsOwnSentence() {
    VerifyModel broken =
        new VerifyModel(
            background,
            new Desk(
                (_, _, _, _) -> {
                  throw new StoreException("Segment 2 is damaged at byte 512.");
                },
                (_, _) -> Optional.empty(),
                (_, _, folder, _, _) -> folder,
                _ -> Optional.empty(),
                party -> party.value()));
    broken.verify(Path.of("bracket.3mf"), Cases.PRINT_PARTY);
    drain();
    assertThat(broken.phaseProperty().get()).isEqualTo(Phase.FAILED);
    assertThat(broken.failureProperty().get()).isEqualTo("Segment 2 is damaged at byte 512.");
  }
}

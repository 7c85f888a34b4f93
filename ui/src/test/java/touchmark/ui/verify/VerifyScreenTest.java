package touchmark.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Severity;
import touchmark.app.verify.Verification;
import touchmark.ui.cases.Cases;
import touchmark.ui.cases.Parts;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;
import touchmark.ui.verify.VerifyModel.Phase;

class VerifyScreenTest {
  private final Background background = Background.ofWindow();
  private final List<String> done = new ArrayList<>();
  private final AtomicReference<VerifyModel> shown = new AtomicReference<>();
  private final CountDownLatch halfWay = new CountDownLatch(1);

  private Screen dialog(int width, int height, boolean dark, Verification answer, boolean pause) {
    Screen screen =
        Screen.show(
            width,
            height,
            dark,
            () -> {
              VerifyModel model = new VerifyModel(background, desk(answer, pause));
              shown.set(model);
              VerifyDialog dialog =
                  new VerifyDialog(
                      model,
                      new VerifyActions(
                          () -> done.add("close"),
                          _ -> done.add("quarantine"),
                          _ -> done.add("claim"),
                          () -> Optional.of(Path.of("to-print"))),
                      _ -> picture(),
                      ZoneOffset.UTC);
              model.verify(answer.file(), Cases.PRINT_PARTY);
              return new StackPane(new Button("Under the dialog"), dialog);
            });
    if (!pause) {
      settle();
    }
    return screen;
  }

  private void settle() {
    try {
      WaitForAsyncUtils.waitFor(
          30,
          TimeUnit.SECONDS,
          () ->
              shown.get().phaseProperty().get() != Phase.CHECKING
                  && background.running().isEmpty());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Desk desk(Verification answer, boolean pause) {
    return new Desk(
        (_, _, onCheck, _) -> {
          for (int i = 0; i < answer.checks().size(); i++) {
            if (i == 3 && pause) {
              await();
            }
            onCheck.accept(answer.checks().get(i));
          }
          return answer;
        },
        (_, _) -> Optional.of(Parts.bracket("bracket-v3.3mf", true)),
        (_, _, folder, _, _) -> folder.resolve("bracket-v3.3mf"),
        txId ->
            Optional.of(
                Cases.sent(
                    Cases.ACME,
                    txId.digest().equals(Cases.digest("tx 1187")) ? Cases.BOLT : Cases.PRINT,
                    "bracket v3",
                    txId.digest().equals(Cases.digest("tx 1187")),
                    1187,
                    java.time.Instant.parse("2026-05-09T08:00:00Z"))),
        party -> party.equals(Cases.ACME) ? "Acme GmbH" : party.value());
  }

  private void await() {
    try {
      assertThat(halfWay.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Region picture() {
    Label stand = new Label("the picture");
    stand.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return stand;
  }

  @ParameterizedTest
  @CsvSource({"1280,800,false", "1280,800,true", "1024,700,false"})
  void aFailedFileHasNoReleaseAnywhere(int width, int height, boolean dark) {
    Screen screen = dialog(width, height, dark, Parts.fail(), false);
    screen.keep("verify-fail-" + width + (dark ? "-dark" : ""));
    assertThat(screen.robot().lookup("#verdict").<Label>query().getText())
        .isEqualTo("DO NOT PRINT");
    assertThat(screen.robot().lookup("#verify-release").<Button>query().isVisible()).isFalse();
    screen.robot().clickOn("#verify-quarantine");
    assertThat(done).containsExactly("quarantine");
  }

  @ParameterizedTest
  @CsvSource({"1280,800,false", "1280,800,true", "1024,700,false"})
  void aPassedFileIsReleasedToAFolder(int width, int height, boolean dark) {
    Screen screen = dialog(width, height, dark, Parts.pass(), false);
    screen.keep("verify-pass-" + width + (dark ? "-dark" : ""));
    screen.robot().clickOn("#verify-release");
    settle();
    screen.keep("verify-pass-released-" + width + (dark ? "-dark" : ""));
    assertThat(shown.get().saidProperty().get()).startsWith("Released");
  }

  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true"})
  void anUnregisteredFileIsGreyAndTheNextStepIsOffered(boolean dark, boolean slice) {
    Screen screen = dialog(1280, 800, dark, Parts.unknown(slice), false);
    screen.keep("verify-unknown" + (slice ? "-slice" : "") + (dark ? "-dark" : ""));
    assertThat(screen.robot().lookup("#verify-release").<Button>query().isVisible()).isFalse();
    screen.robot().clickOn("#verify-claim");
    assertThat(done).containsExactly("claim");
  }

  @Test
  void thousandsOfFindingsOfOneKindAreFolded() {
    Verification base = Parts.fail();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      findings.add(
          new Finding(
              "FLIPPED_SHELL",
              Severity.CAUTION,
              "Piece " + i + " is turned inside out.",
              Optional.empty()));
    }
    Inspection dust =
        new Inspection(
            base.inspection().file(), base.inspection().mesh(), Optional.empty(), findings);
    Screen screen =
        dialog(
            1280,
            800,
            false,
            new Verification(
                base.file(),
                base.fileName(),
                base.fingerprint(),
                base.verdict(),
                base.headline(),
                false,
                base.checks(),
                dust,
                base.registered(),
                base.difference()),
            false);
    assertThat(screen.robot().lookup(".finding").<javafx.scene.Node>queryAll()).hasSize(16);
    assertThat(screen.robot().lookup("and 4,984 more like these").tryQuery()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void cautionAsksForAReasonFirst(boolean dark) {
    Screen screen = dialog(1280, 800, dark, Parts.caution(), false);
    Button release = screen.robot().lookup("#verify-release").query();
    assertThat(release.isDisabled()).isTrue();
    screen.keep("verify-caution" + (dark ? "-dark" : ""));
    screen.robot().clickOn("#verify-reason").write("v3 was ordered");
    assertThat(release.isDisabled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theChecksAppearOneByOne(boolean dark) throws Exception {
    Screen screen = dialog(1280, 800, dark, Parts.pass(), true);
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> shown.get().checkProperty(touchmark.app.verify.Axis.OWNERSHIP).get().isPresent());
    screen.keep("verify-checking" + (dark ? "-dark" : ""));
    assertThat(screen.robot().lookup("#verdict").<Label>query().getText()).isEqualTo("CHECKING");
    halfWay.countDown();
    settle();
    assertThat(screen.robot().lookup("#verdict").<Label>query().getText()).isEqualTo("PASS");
  }

  @Test
  void whyOpensTheEvidenceAndEscapeClosesOneThingAtATime() {
    Screen screen = dialog(1280, 800, false, Parts.pass(), false);
    screen
        .robot()
        .clickOn(
            screen
                .robot()
                .from(screen.robot().lookup("#axis-right"))
                .lookup("Evidence")
                .<javafx.scene.Node>query());
    settle();
    screen.keep("verify-why");
    screen.robot().type(KeyCode.ESCAPE);
    assertThat(shown.get().proofProperty().get()).isEmpty();
    assertThat(done).isEmpty();
    screen.robot().type(KeyCode.ESCAPE);
    assertThat(done).containsExactly("close");
  }

  @Test
  void theKeyboardStaysInTheDialog() {
    Screen screen = dialog(1280, 800, false, Parts.pass(), false);
    for (int i = 0; i < 20; i++) {
      screen.robot().type(KeyCode.TAB);
      javafx.scene.Node owner = screen.stage().getScene().getFocusOwner();
      assertThat(owner).isNotNull();
      assertThat(owner.toString()).doesNotContain("Under the dialog");
    }
  }
}

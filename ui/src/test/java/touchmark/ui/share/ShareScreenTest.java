package touchmark.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.ledger.Outcome;
import touchmark.ledger.Rights;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.cases.Cases;
import touchmark.ui.screen.Screen;
import touchmark.ui.share.ShareDesk.Holder;
import touchmark.ui.support.Background;

class ShareScreenTest {
  private static final Outcome DONE =
      new Outcome.Done(Cases.sent(Cases.ACME, Cases.BOLT, "bracket v3", true, 1190, Instant.EPOCH));
  private static final Outcome REFUSED =
      new Outcome.Refused(
          new Verdict.Refused(
              "rule 2 [Section 3.4]",
              RefusalCode.NO_RIGHT_TO_FORWARD,
              "Bolt Ltd sent bracket v3 to Print Co without the right to send it on."));

  private final Background background = Background.ofWindow();
  private final AtomicReference<ShareModel> shown = new AtomicReference<>();

  private Screen sheet(int width, int height, boolean dark, Rights.Level level, Outcome outcome) {
    return sheet(width, height, dark, level, () -> outcome);
  }

  private Screen sheet(
      int width, int height, boolean dark, Rights.Level level, Callable<Outcome> outcome) {
    Screen screen =
        Screen.show(
            width,
            height,
            dark,
            () -> {
              ShareModel model =
                  new ShareModel(
                      background,
                      new ShareDesk(
                          () -> ShareModelTest.MEMBERS,
                          _ ->
                              List.of(
                                  new Holder(Cases.ACME, "Acme GmbH", level),
                                  new Holder(Cases.PRINT, "Print Co", Rights.Level.HOLDER)),
                          (_, _, _) -> answer(outcome),
                          (_, _, _, _) -> {},
                          names ->
                              Optional.of(names.stream().map(Path.of("out")::resolve).toList())),
                      Cases.ACME_PARTY,
                      List.of(ShareModelTest.BRACKET));
              shown.set(model);
              BorderPane window = new BorderPane();
              window.setRight(new ShareSheet(model, () -> window.setRight(null)));
              model.load();
              return window;
            });
    settle();
    return screen;
  }

  private static Outcome answer(Callable<Outcome> outcome) {
    try {
      return outcome.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void settle() {
    try {
      WaitForAsyncUtils.waitFor(
          30,
          TimeUnit.SECONDS,
          () -> background.running().isEmpty() && !shown.get().runningProperty().get());
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @ParameterizedTest
  @CsvSource({"1280,724,false", "1280,724,true", "1024,624,false"})
  void aFileIsSentByKeyboard(int width, int height, boolean dark) {
    Screen screen = sheet(width, height, dark, Rights.Level.OWNER, DONE);
    String name = "share-" + width + (dark ? "-dark" : "");
    screen.keep(name + "-1-empty");
    screen.robot().clickOn("#share-to").write("bol").type(KeyCode.ENTER);
    screen.robot().clickOn("#share-forward").clickOn("#share-package");
    screen.keep(name + "-2-chosen");
    assertThat(screen.robot().lookup("#share-button").<Button>query().getText())
        .isEqualTo("Share bracket-v3.3mf with Bolt Ltd");
    screen.robot().clickOn("#share-button");
    settle();
    screen.keep(name + "-3-done");
    assertThat(shown.get().finished()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aRefusalSaysTheRuleTheReasonAndWhatItMeans(boolean dark) {
    Screen screen = sheet(1280, 724, dark, Rights.Level.OWNER, REFUSED);
    screen.robot().clickOn("#share-to").write("aer").type(KeyCode.ENTER);
    screen.robot().clickOn("#share-button");
    settle();
    screen.keep("share-refused" + (dark ? "-dark" : ""));
    assertThat(shown.get().steps().getFirst().refusal()).isPresent();
  }

  @Test
  void theKeyboardGoesToTheRecipientsAndCancelStopsTheSharing() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    Screen screen =
        sheet(
            1280,
            724,
            false,
            Rights.Level.OWNER,
            () -> {
              assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
              return DONE;
            });
    screen.onFx(() -> screen.robot().lookup(".share-sheet").query().requestFocus());
    screen.robot().write("bol").type(KeyCode.ENTER).write("aer").type(KeyCode.ENTER);
    screen.robot().clickOn("#share-button").clickOn("#share-cancel");
    answered.countDown();
    settle();
    screen.keep("share-cancelled");
    assertThat(shown.get().steps())
        .extracting(step -> step.stateProperty().get())
        .containsExactly(ShareStep.State.DONE, ShareStep.State.LEFT_OUT);
  }

  @Test
  void whoHasNoRightIsToldFirst() {
    Screen screen = sheet(1280, 724, false, Rights.Level.HOLDER, DONE);
    screen.keep("share-no-right");
    assertThat(screen.robot().lookup("#share-button").query().isDisabled()).isTrue();
  }
}

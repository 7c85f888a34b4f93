package touchmark.ui.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.usecase.ClaimProposal;
import touchmark.ledger.Outcome;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.cases.Cases;
import touchmark.ui.claim.ClaimRow.State;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;

class ClaimScreenTest {
  private static final Path BRACKET = Path.of("parts", "bracket-v3.3mf");
  private static final Outcome DONE =
      new Outcome.Done(Cases.sent(Cases.ACME, Cases.BOLT, "x", false, 1187, ClaimCases.FEBRUARY));
  private static final Outcome REFUSED =
      new Outcome.Refused(
          new Verdict.Refused(
              "rule 3 [Section 3.4]",
              RefusalCode.CLAIMED_BY_OTHER,
              "Bolt Ltd claimed these bytes on 4 February 2026, in block 1102."));

  private final Background background = Background.ofWindow();
  private final AtomicReference<ClaimModel> shown = new AtomicReference<>();

  private interface Proposing {
    ClaimProposal of(Path file);
  }

  private Screen sheet(
      int width, int height, boolean dark, Proposing proposing, Outcome outcome, Path... files) {
    Screen screen =
        Screen.show(
            width,
            height,
            dark,
            () -> {
              ClaimModel model =
                  new ClaimModel(
                      background,
                      new ClaimDesk(
                          (file, _, _) -> proposing.of(file),
                          (_, _, _) -> outcome,
                          _ -> List.of(ClaimCases.V2, ClaimCases.GEAR)),
                      Cases.ACME_PARTY,
                      true,
                      ZoneOffset.UTC,
                      List.of(files));
              shown.set(model);
              BorderPane window = new BorderPane();
              window.setRight(new ClaimSheet(model, () -> window.setRight(null)));
              model.read();
              return window;
            });
    settle();
    return screen;
  }

  private void settle() {
    try {
      WaitForAsyncUtils.waitFor(
          30,
          TimeUnit.SECONDS,
          () ->
              background.running().isEmpty()
                  && shown.get().rows().stream().noneMatch(ClaimRow::busy));
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @ParameterizedTest
  @CsvSource({"1280,724,false", "1280,724,true", "1024,624,false"})
  void everythingIsProposedAndOneClickClaims(int width, int height, boolean dark) {
    Screen screen = sheet(width, height, dark, file -> ClaimCases.free(file, true), DONE, BRACKET);
    screen.robot().clickOn("#claim-description").write("Wall bracket, gussets moved");
    String name = "claim-" + width + (dark ? "-dark" : "");
    screen.keep(name);
    assertThat(screen.robot().lookup("#claim-button").<Button>query().getText())
        .isEqualTo("Claim bracket-v3.3mf for Acme GmbH");
    screen.robot().clickOn("#claim-button");
    settle();
    screen.keep(name + "-done");
    assertThat(screen.robot().lookup("#claim-said").<Label>query().getText())
        .contains("block 1187");
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void anOwnedFileSaysWhoAndSinceWhen(boolean dark) {
    Screen screen =
        sheet(1280, 724, dark, file -> ClaimCases.takenBy(file, "Bolt Ltd"), DONE, BRACKET);
    screen.keep("claim-taken" + (dark ? "-dark" : ""));
    assertThat(screen.robot().lookup("#claim-id").queryAll()).isEmpty();
    assertThat(screen.robot().lookup("#claim-button").query().isDisabled()).isTrue();
    assertThat(screen.robot().lookup("#claim-hindrance").<Label>query().getText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aRefusalSaysTheRuleTheReasonAndWhatItMeans(boolean dark) {
    Screen screen =
        sheet(
            1280,
            724,
            dark,
            file ->
                ClaimCases.free(
                    file, false, "The file is small: its fingerprint could be guessed."),
            REFUSED,
            BRACKET);
    screen.robot().clickOn("#claim-public");
    screen.keep("claim-public" + (dark ? "-dark" : ""));
    screen.robot().clickOn("#claim-button");
    settle();
    screen.keep("claim-refused" + (dark ? "-dark" : ""));
    assertThat(shown.get().rows().getFirst().stateProperty().get()).isEqualTo(State.REFUSED);
  }

  @Test
  void severalFilesHaveOneRowEach() {
    Path taken = Path.of("parts", "bolt-m8.stl");
    Screen screen =
        sheet(
            1280,
            724,
            false,
            file ->
                file.equals(taken)
                    ? ClaimCases.takenBy(file, "Bolt Ltd")
                    : ClaimCases.free(file, true),
            DONE,
            BRACKET,
            taken,
            Path.of("parts", "gear-24.stl"));
    screen.keep("claim-several");
    assertThat(screen.robot().lookup("#claim-button").<Button>query().getText())
        .isEqualTo("Claim 2 files for Acme GmbH");
    screen.robot().clickOn("#claim-button");
    settle();
    screen.keep("claim-several-done");
  }
}

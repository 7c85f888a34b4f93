package touchmark.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.ledger.crypto.KeyUnavailableException;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;

/// A key in a token is needed, and people are asked for its PIN.
class PinPromptTest {
  private static final TokenAddress TOKEN =
      new TokenAddress(Path.of("/usr/lib/module.so"), "Design office", "6d4f2a11c0ffee42");

  private final Background background = Background.ofWindow();
  private Screen screen = empty(false);

  @AfterEach
  void stop() {
    background.close();
  }

  private static Screen empty(boolean dark) {
    return Screen.show(640, 400, dark, () -> new StackPane(new VBox()));
  }

  /// Begins to sign on a thread of its own, and waits until the PIN is asked for.
  private FutureTask<char[]> begin() throws Exception {
    return begin(prompt());
  }

  private FutureTask<char[]> begin(PinPrompt prompt) throws Exception {
    FutureTask<char[]> signing = sign(prompt);
    until(() -> asked() != null);
    return signing;
  }

  private static FutureTask<char[]> sign(PinPrompt prompt) {
    FutureTask<char[]> signing = new FutureTask<>(() -> prompt.pinOf(TOKEN));
    Thread.ofPlatform().daemon().start(signing);
    return signing;
  }

  private PinPrompt prompt() {
    return new PinPrompt(screen.stage(), screen.theme(), background);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Stage asked() {
    return screen.onFx(
        () ->
            Window.getWindows().stream()
                .filter(window -> window != screen.stage() && window.isShowing())
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePinThatWasTypedOpensTheToken(boolean dark) throws Exception {
    screen = empty(dark);
    FutureTask<char[]> signing = begin();
    Stage asked = asked();
    screen.robot().targetWindow(asked);
    screen.onFx(() -> asked.getScene().lookup("#pin").requestFocus());
    screen.robot().write("1234");
    screen.of(asked).keep("pin" + (dark ? "-dark" : ""));
    screen.robot().clickOn("#pin-use");
    assertThat(signing.get(30, TimeUnit.SECONDS)).containsExactly('1', '2', '3', '4');
    until(() -> asked() == null);
  }

  @Test
  void whoDoesNotGiveThePinIsToldThatNothingWasSigned() throws Exception {
    FutureTask<char[]> signing = begin();
    screen.robot().clickOn("#pin-cancel");
    refused(signing);
  }

  @Test
  void closingTheWindowUnderItRefusesToo() throws Exception {
    FutureTask<char[]> signing = begin();
    screen.onFx(() -> screen.stage().hide());
    refused(signing);
  }

  @Test
  void nothingThatWasTypedStaysInAWindowThatIsGone() throws Exception {
    FutureTask<char[]> signing = begin();
    Stage asked = asked();
    TextField pin = (TextField) asked.getScene().lookup("#pin");
    screen.onFx(() -> pin.setText("1234"));
    screen.onFx(asked::hide);
    refused(signing);
    assertThat(pin.getText()).isEmpty();
  }

  @Test
  void whatEndsWithTheWindowNeverWaitsForAPinThatNobodyCanGive() throws Exception {
    PinPrompt prompt = prompt();
    List<String> sentences = new CopyOnWriteArrayList<>();
    screen.onFx(
        () ->
            background.runToItsEnd(
                "signing",
                _ -> prompt.pinOf(TOKEN),
                _ -> {},
                why -> sentences.add(why.sentence())));
    until(() -> asked() != null);
    screen.onFx(
        () -> {
          prompt.close();
          background.close();
          background.last(() -> {}); // would wait for ever
        });
    until(() -> asked() == null);
    assertThat(sentences)
        .singleElement(STRING)
        .contains("'Design office' needs its PIN, and none was given");
    refused(sign(prompt));
    assertThat(asked()).as("later ones are refused too").isNull();
  }

  @Test
  void aPromptThatCannotBeShownFailsAndDoesNotWait() {
    Background notTheFxThread = new Background(Runnable::run, Runnable::run, Runnable::run);
    PinPrompt prompt = new PinPrompt(screen.stage(), screen.theme(), notTheFxThread);
    FutureTask<char[]> signing = sign(prompt);
    assertThatThrownBy(() -> signing.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  private static void refused(FutureTask<char[]> signing) {
    assertThatThrownBy(() -> signing.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(KeyUnavailableException.class)
        .hasMessageContaining("'Design office' needs its PIN, and none was given");
  }

  @Test
  void theFxThreadNeverWaitsForPeople() {
    PinPrompt prompt = prompt();
    screen.onFx(
        () ->
            assertThatThrownBy(() -> prompt.pinOf(TOKEN))
                .isInstanceOf(IllegalStateException.class));
  }
}

package touchmark.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.ledger.crypto.KeyUnavailableException;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ui.screen.Screen;

/// A key in a token is needed, and people are asked for its PIN.
class PinPromptTest {
  private static final TokenAddress TOKEN =
      new TokenAddress(Path.of("/usr/lib/module.so"), "Design office", "6d4f2a11c0ffee42");

  private Screen screen = empty(false);

  private static Screen empty(boolean dark) {
    return Screen.show(640, 400, dark, () -> new StackPane(new VBox()));
  }

  /// Begins to sign on a thread of its own, and waits until the PIN is asked for.
  private FutureTask<char[]> begin() throws Exception {
    PinPrompt prompt = new PinPrompt(screen.stage(), screen.theme());
    FutureTask<char[]> signing = new FutureTask<>(() -> prompt.pinOf(TOKEN));
    Thread.ofPlatform().daemon().start(signing);
    until(() -> asked() != null);
    return signing;
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

  private static void refused(FutureTask<char[]> signing) {
    assertThatThrownBy(() -> signing.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(KeyUnavailableException.class)
        .hasMessageContaining("'Design office' needs its PIN, and none was given");
  }

  @Test
  void theFxThreadNeverWaitsForPeople() {
    PinPrompt prompt = new PinPrompt(screen.stage(), screen.theme());
    screen.onFx(
        () ->
            assertThatThrownBy(() -> prompt.pinOf(TOKEN))
                .isInstanceOf(IllegalStateException.class));
  }
}

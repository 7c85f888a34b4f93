package touchmark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.Touchmark;
import touchmark.ui.screen.FxThreadWatch;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;
import touchmark.ui.support.Theme;

/// From an empty directory to the first claim, on a real home, through the window's own controls.
class FirstRunJourneyTest {
  @TempDir Path folder;

  @Test
  void fromNothingToTheFirstClaimWithoutAFileOnTheFxThread() throws IOException {
    try (FxThreadWatch watch = new FxThreadWatch()) {
      travel();
      assertThat(watch.trespasses()).as("files and locks on the FX thread").isEmpty();
    }
  }

  private void travel() {
    Path home = folder.resolve("home");
    Background background = Background.ofWindow();
    AtomicReference<WorkstationWindow> window = new AtomicReference<>();
    Screen screen = Screen.show(1280, 800, false, StackPane::new);
    screen.onFx(
        () -> {
          window.set(
              new WorkstationWindow(
                  screen.stage(),
                  home,
                  background,
                  new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)),
                  Clock.systemDefaultZone()));
          window.get().open(List.of());
        });
    until(screen, () -> present(screen, "#organization"));
    screen.robot().clickOn("#organization").write("Acme GmbH");
    screen.robot().clickOn("#street").write("Werkstrasse");
    screen.robot().clickOn("#town").write("Stuttgart");
    screen.robot().clickOn("#first-run-next");
    screen.robot().clickOn("#password").write("stamp the pewter");
    screen.robot().clickOn("#repeated").write("stamp the pewter");
    screen.robot().clickOn("#first-run-next");
    screen.robot().clickOn("#first-run-next");
    until(screen, () -> present(screen, "#inspector-title") && title(screen).startsWith("bracket"));
    until(screen, () -> background.running().isEmpty());
    screen.keep("journey-1-sample");
    assertThat(Touchmark.existsIn(home)).isTrue();

    screen.robot().clickOn("#act-claim");
    until(screen, () -> present(screen, "#claim-button") && !button(screen).isDisabled());
    screen.keep("journey-2-claim-sheet");
    screen.robot().clickOn("#claim-button");
    until(screen, () -> present(screen, "#claim-cancel") && !button(screen).isVisible());
    screen.keep("journey-3-claimed");
    screen.robot().clickOn("#claim-cancel");
    until(screen, () -> state(screen).startsWith("Yours"));
    until(screen, () -> background.running().isEmpty());
    screen.keep("journey-4-yours");
    screen.robot().clickOn("#act-verify");
    until(screen, () -> background.running().isEmpty());
    screen.keep("journey-5-verified");
    screen.onFx(() -> window.get().close());
  }

  private static boolean present(Screen screen, String id) {
    return screen.robot().lookup(id).tryQuery().isPresent();
  }

  private static String title(Screen screen) {
    return screen.robot().lookup("#inspector-title").<Label>query().getText();
  }

  private static String state(Screen screen) {
    return screen.robot().lookup("#inspector-state").<Label>query().getText();
  }

  private static Button button(Screen screen) {
    return screen.robot().lookup("#claim-button").queryButton();
  }

  private static void until(Screen screen, Callable<Boolean> reached) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> screen.onFx(reached));
    } catch (TimeoutException e) {
      screen.onFx(() -> screen.picture());
      throw new AssertionError("the window did not get there", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}

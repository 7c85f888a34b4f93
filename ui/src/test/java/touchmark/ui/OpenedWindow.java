package touchmark.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;
import touchmark.ui.support.Theme;

/// The workstation's window on a home, for journeys through its own controls. Close it.
public final class OpenedWindow implements AutoCloseable {
  private final Screen screen;
  private final Background background;
  private final Theme theme;
  private final WorkstationWindow window;

  private OpenedWindow(
      Screen screen, Background background, Theme theme, WorkstationWindow window) {
    this.screen = screen;
    this.background = background;
    this.theme = theme;
    this.window = window;
  }

  /// Opens the window.
  ///
  /// @param files to look at
  public static OpenedWindow on(
      Path home, Clock clock, Optional<String> password, List<Path> files) {
    Background background = Background.ofWindow();
    AtomicReference<OpenedWindow> made = new AtomicReference<>();
    Screen screen = Screen.show(1280, 800, false, StackPane::new);
    screen.onFx(
        () -> {
          Theme theme = new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
          WorkstationWindow window =
              new WorkstationWindow(screen.stage(), home, background, theme, clock);
          made.set(new OpenedWindow(screen, background, theme, window));
          window.open(files, password.map(String::toCharArray));
        });
    return made.get();
  }

  public Screen screen() {
    return screen;
  }

  /// What runs beside the window.
  Background background() {
    return background;
  }

  /// Leaves a picture in light and one in dark, and checks the layout of both.
  void keep(String name) {
    screen.keep(name);
    screen.onFx(() -> theme.choiceProperty().set(Theme.Choice.DARK));
    screen.keep(name + "-dark");
    screen.onFx(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
  }

  /// Whether there is such a node.
  public boolean has(String selector) {
    return screen.robot().lookup(selector).tryQuery().isPresent();
  }

  /// The text of a label; empty where there is none.
  public String text(String selector) {
    return screen.robot().lookup(selector).tryQueryAs(Label.class).map(Label::getText).orElse("");
  }

  /// Waits until something is so and nothing runs in the background any more.
  public void until(String what, Callable<Boolean> reached) {
    try {
      WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> screen.onFx(reached));
      WaitForAsyncUtils.waitFor(
          90, TimeUnit.SECONDS, () -> screen.onFx(() -> background.running().isEmpty()));
    } catch (TimeoutException e) {
      screen.keep("not-reached");
      throw new AssertionError("the window did not get there: " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    screen.onFx(window::close);
  }
}

package touchmark.ui;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import touchmark.app.HomeDirectory;
import touchmark.ui.support.Background;
import touchmark.ui.support.Theme;

/// The JavaFX application: one window on one home.
public final class Workstation extends Application {
  private @Nullable WorkstationWindow window;

  @Override
  public void start(Stage stage) {
    StartOptions options = StartOptions.parse(getParameters().getRaw());
    WorkstationWindow made =
        new WorkstationWindow(
            stage,
            HomeDirectory.ofThisMachine().find(options.home()),
            Background.ofWindow(),
            new Theme(Platform.getPreferences().colorSchemeProperty()),
            Clock.system(ZoneId.systemDefault()));
    window = made;
    made.measure(options.measured());
    Optional<String> password = Optional.ofNullable(System.getenv("TOUCHMARK_PASSWORD"));
    made.open(options.files(), password.map(String::toCharArray));
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
  }
}

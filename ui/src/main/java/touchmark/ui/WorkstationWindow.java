package touchmark.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import touchmark.app.Touchmark;
import touchmark.app.sample.SampleFiles;
import touchmark.ui.identity.FirstRunModel;
import touchmark.ui.identity.FirstRunView;
import touchmark.ui.identity.UnlockModel;
import touchmark.ui.identity.UnlockView;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;
import touchmark.ui.workbench.Act;
import touchmark.ui.workbench.HomeStation;
import touchmark.ui.workbench.WorkbenchModel;

/// The main window: first run, unlock, or the workbench on the opened home. Builds everything that
/// is seen, by hand. Belongs to the FX thread.
public final class WorkstationWindow implements AutoCloseable {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 700;

  /// The folder in the home that the sample part is written to.
  private static final String SAMPLE = "sample";

  private final Stage stage;
  private final Path home;
  private final Background background;
  private final Theme theme;
  private final Clock clock;
  private final Places places;
  private final Messages words = Messages.of("window");
  private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
  private List<Path> waiting = List.of();
  private StartOptions.Measured measured = StartOptions.Measured.NOTHING;
  private @Nullable Touchmark opened;
  private @Nullable Desktop desktop;

  /// @param home where this station's home is, or will be made
  public WorkstationWindow(
      Stage stage, Path home, Background background, Theme theme, Clock clock) {
    this(stage, home, background, theme, clock, Places.ofSystem(stage));
  }

  /// @param home where this station's home is, or will be made
  /// @param places asks people where to write
  public WorkstationWindow(
      Stage stage, Path home, Background background, Theme theme, Clock clock, Places places) {
    this.stage = stage;
    this.home = home;
    this.background = background;
    this.theme = theme;
    this.clock = clock;
    this.places = places;
    theme.dress(scene);
    stage.setScene(scene);
    stage.setTitle(words.text("title"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
  }

  /// For benchmarks: closes the window as soon as this is on the screen.
  void measure(StartOptions.Measured awaited) {
    measured = awaited;
  }

  /// Shows the window: the first run where there is no home yet, else the page that unlocks it.
  ///
  /// @param files to look at once the home is open
  public void open(List<Path> files) {
    open(files, Optional.empty());
  }

  /// Shows the window, and opens an existing home at once if its password is known.
  ///
  /// @param files to look at once the home is open
  /// @param password as the environment gives it, as for the command; wiped after use
  void open(List<Path> files, Optional<char[]> password) {
    waiting = List.copyOf(files);
    stage.show();
    background.run(
        words.text("looking"),
        _ -> Touchmark.existsIn(home),
        exists -> {
          if (!exists) {
            turnTo(firstRun());
          } else if (password.isEmpty()) {
            turnTo(unlock());
          } else {
            openWith(password.get());
          }
        },
        this::tell);
  }

  @Override
  public void close() {
    leave();
    background.close();
  }

  private Parent firstRun() {
    FirstRunModel model =
        new FirstRunModel(
            background, (founding, password) -> Touchmark.create(home, founding, password, clock));
    return new FirstRunView(
        model,
        () -> model.start(made -> enter(made, model.withSampleProperty().get())),
        this::lookAround);
  }

  private Parent unlock() {
    UnlockModel model =
        new UnlockModel(background, password -> Touchmark.open(home, password, clock));
    return new UnlockView(model, home, () -> model.unlock(made -> enter(made, false)));
  }

  private void openWith(char[] password) {
    background.run(
        words.text("entering"),
        _ -> {
          try {
            return Touchmark.open(home, password, clock);
          } finally {
            Arrays.fill(password, ' ');
          }
        },
        made -> enter(made, false),
        this::tell);
  }

  /// A home of its own with throw-away keys, which is gone when the system empties its temporary
  /// files.
  private void lookAround() {
    background.run(
        words.text("sample.making"),
        _ -> SampleHome.make(Files.createTempDirectory("touchmark-sample"), clock),
        made -> enter(made, true),
        this::tell);
  }

  private void enter(Touchmark made, boolean withSample) {
    opened = made;
    HomeStation station = new HomeStation(made);
    background.run(
        words.text("entering"),
        _ -> WorkbenchModel.Beginning.of(station),
        beginning -> arrive(made, station, beginning, withSample),
        this::tell);
  }

  private void arrive(
      Touchmark made, HomeStation station, WorkbenchModel.Beginning beginning, boolean withSample) {
    Desktop arrived =
        new Desktop(places, made, station, beginning, background, theme, clock, this::bringSample);
    desktop = arrived;
    turnTo(arrived.view());
    switch (measured) {
      case NOTHING -> {}
      case WINDOW -> closeAfterNextPulses();
      case PICTURE -> arrived.setOnPicture(this::closeAfterNextPulses);
    }
    arrived.model().act(Act.LOOK, waiting);
    if (withSample && waiting.isEmpty()) {
      bringSample();
    }
  }

  /// Writes the sample part beside the home's own files and shows it.
  private void bringSample() {
    Touchmark into = opened;
    Desktop on = desktop;
    if (into == null || on == null) {
      return;
    }
    background.run(
        words.text("sample.writing"),
        _ -> SampleFiles.write(into.home().resolve(SAMPLE)),
        files -> on.model().act(Act.LOOK, files),
        why -> on.model().say(why.sentence()));
  }

  private void turnTo(Parent page) {
    scene.setRoot(page);
    page.requestFocus();
  }

  private void tell(Failure why) {
    turnTo(new TroublePage(why.sentence(), words));
  }

  /// Two pulses later what was put on the screen has been drawn.
  private void closeAfterNextPulses() {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        pulses++;
        if (pulses > 2) {
          stop();
          stage.close();
        }
      }
    }.start();
  }

  private void leave() {
    if (desktop != null) {
      desktop.close();
      desktop = null;
    }
    if (opened != null) {
      Touchmark closing = opened;
      opened = null;
      background.last(closing::close);
    }
  }
}

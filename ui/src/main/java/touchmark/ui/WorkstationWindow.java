package touchmark.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import touchmark.app.Touchmark;
import touchmark.app.sample.SampleFiles;
import touchmark.ui.identity.FirstRunModel;
import touchmark.ui.identity.FirstRunView;
import touchmark.ui.identity.PinPrompt;
import touchmark.ui.identity.UnlockModel;
import touchmark.ui.identity.UnlockView;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Job;
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

  /// What there is in the place of the home.
  private enum Found {
    NOTHING,
    /// A home without keys, which only looks.
    OPEN,
    LOCKED;

    static Found in(Path home) {
      if (!Touchmark.existsIn(home)) {
        return NOTHING;
      }
      return Touchmark.needsPassword(home) ? LOCKED : OPEN;
    }
  }

  private final Stage stage;
  private final Path home;
  private final Background background;
  private final Theme theme;
  private final Clock clock;
  private final Places places;
  private final PinPrompt pins;
  private final Messages words = Messages.of("window");
  private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
  private List<Path> waiting = List.of();
  private StartOptions.Measured measured = StartOptions.Measured.NOTHING;
  private boolean closed;
  private @Nullable Touchmark opened;
  private @Nullable Job playing;
  private @Nullable SampleVisit visit;
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
    this.pins = new PinPrompt(stage, theme, background);
    theme.dress(scene);
    stage.setScene(scene);
    stage.setTitle(words.text("title"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(this::closeInOrder);
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
        _ -> Found.in(home),
        found -> {
          switch (found) {
            case NOTHING -> turnTo(firstRun());
            case OPEN -> openWith(new char[0]);
            case LOCKED -> password.ifPresentOrElse(this::openWith, () -> turnTo(unlock()));
          }
        },
        this::tell);
  }

  /// Closes at once, and waits on this thread for what must not be left half done. People close by
  /// the window's own button, which does not freeze it.
  @Override
  public void close() {
    closed = true;
    pins.close();
    background.close();
    leave();
  }

  /// Stops what can be stopped, lets what is being recorded or released come to its end, then
  /// closes the home, and the window last.
  private void closeInOrder(WindowEvent request) {
    request.consume();
    if (closed) {
      return;
    }
    closed = true;
    pins.close();
    background.close();
    Runnable leaving = lettingGo();
    if (background.isBusyToItsEnd()) {
      turnTo(new WaitingPage(words.text("closing"), words.text("closing.text")));
    } else {
      scene.getRoot().setDisable(true);
    }
    background.lastThenOnFx(leaving, stage::close);
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
        new UnlockModel(background, password -> Touchmark.open(home, password, clock, pins));
    return new UnlockView(model, home, () -> model.unlock(made -> enter(made, false)));
  }

  private void openWith(char[] password) {
    background.run(
        words.text("entering"),
        _ -> {
          try {
            return Touchmark.open(home, password, clock, pins);
          } finally {
            Arrays.fill(password, ' ');
          }
        },
        made -> enter(made, false),
        this::tell);
  }

  /// A home of its own with throw-away keys, which is removed when people leave it.
  private void lookAround() {
    Job begun =
        background.runToItsEnd(
            words.text("sample.making"),
            job -> SampleVisit.begin(clock, job),
            this::lookAround,
            why -> {
              if (!why.cancelled()) {
                tell(why);
              }
            });
    playing = begun;
    Runnable giveUp =
        () -> {
          begun.cancel();
          turnTo(firstRun());
        };
    turnTo(
        new WaitingPage(
            words.text("sample.making"), words.text("sample.making.text"), words, giveUp));
  }

  private void lookAround(SampleVisit begun) {
    boolean givenUp = !(scene.getRoot() instanceof WaitingPage);
    if (givenUp && !closed) {
      end(begun);
      return;
    }
    visit = begun;
    Path model = begun.home().home().resolve(SAMPLE).resolve(SampleFiles.MODEL);
    waiting = waiting.isEmpty() ? List.of(model) : waiting;
    enter(begun.home(), false);
  }

  /// Back from the sample network to the first run.
  private void leaveSample() {
    waiting = List.of();
    letGoOfDesktop();
    SampleVisit ended = visit;
    visit = null;
    opened = null;
    if (ended != null) {
      end(ended);
    }
    turnTo(firstRun());
  }

  /// What of it cannot be removed is for the log: nothing in it counts.
  private void end(SampleVisit ended) {
    background.runToItsEnd(
        words.text("sample.leaving"),
        _ -> {
          ended.close();
          return ended;
        },
        _ -> {},
        _ -> {});
  }

  private void enter(Touchmark made, boolean withSample) {
    opened = made;
    if (closed) {
      leave();
      return;
    }
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
    turnTo(made.isSample() ? framed(arrived.view()) : arrived.view());
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

  private Parent framed(Parent page) {
    Optional<Runnable> way = visit == null ? Optional.empty() : Optional.of(this::leaveSample);
    return new SampleFrame(page, words, way);
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

  private void letGoOfDesktop() {
    if (desktop != null) {
      desktop.close();
      desktop = null;
    }
  }

  private void leave() {
    background.last(lettingGo());
  }

  /// Lets go of everything that is seen.
  ///
  /// @return closes the home; waits for the disk
  private Runnable lettingGo() {
    letGoOfDesktop();
    if (playing != null) {
      playing.cancel();
    }
    Touchmark closing = opened;
    SampleVisit ending = visit;
    opened = null;
    visit = null;
    if (ending != null) {
      return () -> {
        try {
          ending.close();
        } catch (IOException e) {
          throw new UncheckedIOException("The sample home cannot be removed", e);
        }
      };
    }
    return closing == null ? () -> {} : closing::close;
  }
}

package touchmark.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.usecase.Party;
import touchmark.ui.library.Pictures;
import touchmark.ui.library.Shelf;
import touchmark.ui.provenance.ProvenancePane;
import touchmark.ui.screen.FileDrag;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;
import touchmark.ui.support.Theme;

class WorkbenchScreenTest {
  private final Background background = Background.ofWindow();
  private final AtomicReference<WorkbenchModel> model = new AtomicReference<>();
  private final List<String> drawn = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();

  @AfterEach
  void close() {
    background.close();
  }

  @ParameterizedTest
  @CsvSource({"1280,800,false", "1280,800,true", "1024,700,false"})
  void theWindowShowsEverythingAndCutsNothing(int width, int height, boolean dark) {
    Screen screen = show(width, height, dark);
    String size = width + (dark ? "-dark" : "");
    screen.keep("workbench-empty-" + size);
    screen.robot().clickOn("bracket-v3.3mf");
    settle(screen);
    screen.keep("workbench-" + size);
    assertThat(drawn).containsExactly("bracket-v3.3mf");
    screen.robot().clickOn("#show-worst");
    settle(screen);
    screen.keep("workbench-findings-" + size);
    assertThat(drawn).containsExactly("bracket-v3.3mf", "INTERNAL_VOID");
    screen.robot().clickOn("Rights");
    screen.keep("workbench-rights-" + size);
  }

  @ParameterizedTest
  @CsvSource({"1280,800,false", "1280,800,true", "1024,700,false"})
  void hoveringFilesDivideTheWindowIntoFour(int width, int height, boolean dark) {
    Screen screen = show(width, height, dark);
    screen.onFx(
        () ->
            model
                .get()
                .drops()
                .hover(List.of(Path.of("parts/stranger.stl"), Path.of("parts/bolt-m8.stl"))));
    settle(screen);
    screen.onFx(() -> model.get().drops().aimedAtProperty().set(Act.VERIFY));
    screen.keep("drop-" + width + (dark ? "-dark" : ""));
    assertThat(screen.robot().lookup("#drop-SHARE").<Region>query().getPseudoClassStates())
        .extracting(Object::toString)
        .contains("impossible");
  }

  @Test
  void keysOpenAndCloseTheFlows() {
    Screen screen = show(1280, 800, false);
    screen.robot().clickOn("bracket-v3.3mf");
    settle(screen);
    screen.robot().push(KeyCode.CONTROL, KeyCode.L);
    assertThat(model.get().sheetProperty().get()).isInstanceOf(Sheet.Claim.class);
    settle(screen);
    screen.keep("workbench-claim");
    screen.robot().push(KeyCode.ESCAPE);
    assertThat(model.get().sheetProperty().get()).isInstanceOf(Sheet.Closed.class);
    screen.robot().push(KeyCode.CONTROL, KeyCode.P);
    assertThat(model.get().sheetProperty().get()).isInstanceOf(Sheet.Verify.class);
    screen.keep("workbench-verify");
    screen.robot().push(KeyCode.ESCAPE);
    screen.robot().push(KeyCode.F1);
    screen.keep("workbench-keys");
    screen.robot().push(KeyCode.ESCAPE);
    assertThat(screen.robot().lookup(".keys-card").tryQuery()).isEmpty();
  }

  @Test
  void aFlowLetsGoOfWhatItHoldsWhenAnotherTakesItsPlace() {
    Screen screen = show(1280, 800, false);
    Path part = Path.of("stranger.stl");
    screen.onFx(() -> model.get().act(Act.VERIFY, List.of(part)));
    assertThat(gone).isEmpty();
    screen.onFx(() -> model.get().act(Act.CLAIM, List.of(part)));
    assertThat(gone).containsExactly("verify");
    screen.onFx(() -> model.get().closeSheet());
    screen.onFx(() -> model.get().closeSheet());
    assertThat(gone).containsExactly("verify", "claim");
  }

  @Test
  void aDialogTakesNoDrops() {
    Screen screen = show(1280, 800, false);
    Path part = Path.of("stranger.stl");
    FileDrag drag = screen.onFx(() -> new FileDrag(List.of(part)));
    Node look = screen.robot().lookup("#drop-LOOK").query();
    screen.onFx(() -> model.get().act(Act.VERIFY, List.of(part)));
    assertThat(screen.onFx(() -> drag.over(look))).isFalse();
    assertThat(screen.onFx(() -> model.get().drops().hoveringProperty().get())).isFalse();
    assertThat(screen.onFx(() -> drag.drop(look))).isFalse();
    screen.onFx(() -> model.get().closeSheet());
    assertThat(screen.onFx(() -> drag.over(look))).isTrue();
  }

  @Test
  void aSearchFindsFilesOnAllShelves() {
    Screen screen = show(1280, 800, false);
    settle(screen);
    screen.robot().push(KeyCode.CONTROL, KeyCode.K).write("bolt");
    assertThat(model.get().library().rows())
        .extracting(row -> row.title())
        .containsExactly("bolt-m8.stl");
  }

  @Test
  void anotherPartyIsChosenInTheBar() {
    Screen screen = show(1280, 800, false);
    screen.robot().clickOn("#acting-for");
    screen.robot().clickOn("Bolt Ltd");
    assertThat(model.get().actingForProperty().get()).isEqualTo(TinyStation.BOLT);
    screen.keep("workbench-acting-for-bolt");
  }

  @Test
  void aFileWhoseBytesAreElsewhereSaysSo() {
    Screen screen = show(1280, 800, false);
    settle(screen);
    screen.robot().clickOn("#shelf-" + Shelf.RECEIVED.name());
    screen.robot().clickOn("bolt-m8.stl");
    settle(screen);
    assertThat(model.get().noticeProperty().get()).contains("not on this computer");
    screen.keep("workbench-elsewhere");
  }

  private Screen show(int width, int height, boolean dark) {
    return Screen.show(
        width,
        height,
        dark,
        () -> {
          TinyStation station = new TinyStation();
          WorkbenchModel made =
              new WorkbenchModel(background, station, WorkbenchModel.Beginning.of(station));
          model.set(made);
          return new WorkbenchView(
              made,
              new NamesOnly(),
              new ProvenancePane(background, Clock.systemUTC(), Optional::empty),
              Pictures.NONE,
              new EmptySheets(),
              () -> {},
              background,
              background,
              new Theme(new SimpleObjectProperty<>(javafx.application.ColorScheme.LIGHT)));
        });
  }

  /// Waits until nothing runs in the background any more.
  private void settle(Screen screen) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          java.util.concurrent.TimeUnit.SECONDS,
          () -> screen.onFx(() -> background.running().isEmpty()));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("the window did not come to rest", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Stands for the preview: notes what it was asked to draw.
  private final class NamesOnly implements Viewer {
    private final StackPane pane = new StackPane();

    @Override
    public Region region() {
      return pane;
    }

    @Override
    public void show(Inspection inspection) {
      drawn.add(inspection.file().name());
    }

    @Override
    public void clear() {
      drawn.clear();
    }

    @Override
    public void highlight(Finding finding) {
      drawn.add(finding.code());
    }
  }

  /// Stands for the flows.
  private final class EmptySheets implements Sheets {
    @Override
    public Open claim(List<Path> files, Party party, Runnable close) {
      return sized("claim", 440, close);
    }

    @Override
    public Open share(List<Sheet.Asset> assets, Party party, Runnable close) {
      return sized("share", 440, close);
    }

    @Override
    public Open verify(List<Path> files, Party party, Runnable close) {
      return sized("verify", 900, close);
    }

    private Open sized(String what, double width, Runnable close) {
      StackPane pane = new StackPane(new Label(what));
      pane.setMinWidth(width);
      pane.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
              close.run();
            }
          });
      return new Open(pane, () -> gone.add(what));
    }
  }
}

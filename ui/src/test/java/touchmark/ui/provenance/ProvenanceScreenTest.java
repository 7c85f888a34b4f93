package touchmark.ui.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Timeline;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;

class ProvenanceScreenTest {
  private static final Clock CLOCK = Clock.fixed(Stories.NOW, ZoneOffset.UTC);

  @TempDir private Path folder;
  private final Background background = Background.ofWindow();
  private final AtomicReference<ProvenancePane> shown = new AtomicReference<>();

  private ProvenancePane pane(Timeline story) {
    ProvenancePane pane =
        new ProvenancePane(background, CLOCK, () -> Optional.of(folder.resolve("story.svg")));
    pane.show(story);
    shown.set(pane);
    return pane;
  }

  private Screen strip(Timeline story, double width, boolean dark) {
    return Screen.show(
        width,
        400,
        dark,
        () -> {
          ProvenancePane pane = pane(story);
          pane.setPrefHeight(176);
          pane.setMinHeight(Region.USE_PREF_SIZE);
          BorderPane window = new BorderPane();
          window.setBottom(pane);
          return window;
        });
  }

  private Screen page(Timeline story, double width, double height, boolean dark) {
    return Screen.show(
        width,
        height,
        dark,
        () -> {
          ProvenancePane pane = pane(story);
          pane.roomyProperty().set(true);
          return pane;
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theStripTellsThreeVersionsAtAGlance(boolean dark) {
    Screen screen = strip(Stories.versions(), 1280, dark);
    screen.keep("provenance-strip" + (dark ? "-dark" : ""));
    assertThat(shown.get().marks())
        .hasSize(15)
        .allMatch(mark -> !mark.getAccessibleText().isEmpty());
    screen.robot().clickOn(mark(EventKind.BREACH));
    screen.keep("provenance-strip-selected" + (dark ? "-dark" : ""));
    assertThat(shown.get().selectedProperty().get().map(Event::kind)).contains(EventKind.BREACH);
  }

  @Test
  void aNarrowStripCutsNothing() {
    strip(Stories.quick(), 1024, false).keep("provenance-strip-narrow");
  }

  @Test
  void theSmallestStripSaysWhatIsMissing() {
    Timeline story = Stories.quick();
    strip(
            new Timeline(story.subject(), story.title(), story.lanes(), java.util.List.of()),
            1024,
            false)
        .keep("provenance-strip-empty");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePageLabelsEveryEvent(boolean dark) {
    Screen screen = page(Stories.bracket(), 1280, 724, dark);
    screen.keep("provenance-page" + (dark ? "-dark" : ""));
    screen.robot().clickOn(mark(EventKind.SLICE));
    screen.keep("provenance-page-selected" + (dark ? "-dark" : ""));
    assertThat(shown.get().selectedProperty().get().map(Event::kind)).contains(EventKind.SLICE);
  }

  @Test
  void theKeysWalkAndTheWheelComesNearer() {
    Screen screen = page(Stories.ofMany(1000), 1280, 724, false);
    screen.keep("provenance-thousand");
    screen.onFx(() -> shown.get().lanes().requestFocus());
    screen.robot().type(KeyCode.END);
    screen.robot().type(KeyCode.LEFT);
    assertThat(shown.get().selectedProperty().get().map(Event::label)).contains("event 998");
    screen.robot().type(KeyCode.HOME);
    assertThat(shown.get().selectedProperty().get().map(Event::label)).contains("event 0");
    screen.robot().type(KeyCode.ESCAPE);
    int before = shown.get().marks().size();
    screen.robot().moveTo(shown.get().lanes()).scroll(40, javafx.geometry.VerticalDirection.UP);
    assertThat(shown.get().marks().stream().filter(mark -> mark.mark().folded()).count())
        .isLessThan(before);
  }

  @Test
  void theStoryIsExportedAsSvg() throws Exception {
    Screen screen = page(Stories.bracket(), 1280, 724, false);
    screen.robot().clickOn("Export");
    org.testfx.util.WaitForAsyncUtils.waitFor(
        30, java.util.concurrent.TimeUnit.SECONDS, () -> Files.exists(folder.resolve("story.svg")));
    org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    assertThat(Files.readString(folder.resolve("story.svg"))).contains("other bytes", "</svg>");
    Files.copy(
        folder.resolve("story.svg"),
        Path.of("target", "screens", "provenance.svg"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void anExportTakesTheNameOnlyWhenItIsWhole() throws Exception {
    Path before = Files.writeString(folder.resolve("story.svg"), "the picture before");
    Path sameBytes = Files.createLink(folder.resolve("other name.svg"), before);
    Screen screen = page(Stories.bracket(), 1280, 724, false);
    screen.robot().clickOn("Export");
    org.testfx.util.WaitForAsyncUtils.waitFor(
        30,
        java.util.concurrent.TimeUnit.SECONDS,
        () -> Files.readString(before).contains("</svg>"));
    assertThat(sameBytes).hasContent("the picture before");
  }

  private MarkNode mark(EventKind kind) {
    return shown.get().marks().stream()
        .filter(mark -> mark.mark().event().kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}

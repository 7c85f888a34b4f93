package touchmark.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SubScene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.testfx.matcher.control.LabeledMatchers;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.ui.Places;
import touchmark.ui.WorkstationWindow;
import touchmark.ui.screen.FileDrag;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;
import touchmark.ui.support.Theme;
import touchmark.ui.workbench.Act;

/// Somebody at a real workstation window on a home: clicks, types, drops files, and reads what is
/// shown. Knows no model of the window.
final class Engineer implements AutoCloseable {
  static final String PASSWORD = "stamp the pewter";

  /// Seconds.
  private static final int PATIENCE = 120;

  /// Milliseconds between two looks at a picture.
  private static final int MOMENT = 300;

  private static final int MANY_COLOURS = 200;

  private final Screen screen;
  private final Background background;
  private final WorkstationWindow window;

  private Engineer(Screen screen, Background background, WorkstationWindow window) {
    this.screen = screen;
    this.background = background;
    this.window = window;
  }

  /// Opens the window on a home, which may be yet to be made.
  static Engineer sitDown(Path home, Places places) {
    Screen screen = Screen.show(1280, 800, false, StackPane::new);
    Background background = Background.ofWindow();
    WorkstationWindow window =
        screen.onFx(
            () ->
                new WorkstationWindow(
                    screen.stage(),
                    home,
                    background,
                    new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)),
                    Clock.systemDefaultZone(),
                    places));
    screen.onFx(() -> window.open(List.of()));
    return new Engineer(screen, background, window);
  }

  @Override
  public void close() {
    screen.onFx(window::close);
  }

  Screen screen() {
    return screen;
  }

  void click(String query) {
    until(query + " is there", () -> sees(query));
    click(screen.onFx(() -> node(query)));
  }

  void type(String query, String text) {
    click(query);
    screen.robot().write(text);
  }

  void press(KeyCode... keys) {
    screen.robot().push(keys);
  }

  /// Unlocks a home that is there already.
  void unlock() {
    type("#password", PASSWORD);
    click("#unlock");
    until("the workbench is open", () -> sees("#acting-for"));
    rest();
  }

  void actFor(String party) {
    click("#acting-for");
    choose(party);
    until("acting for " + party, () -> reads("#acting-for .text-strong").equals(party));
    rest();
  }

  /// Chooses from the menu that is open.
  void choose(String item) {
    click(
        screen
            .robot()
            .lookup(".context-menu .label")
            .match(LabeledMatchers.hasText(item))
            .<Node>query()
            .getParent());
  }

  /// Drags files to a target and waits there until the window knows what can be done with them.
  ///
  /// @return whether letting go would do something
  boolean hover(Act act, Path... files) {
    FileDrag drag = drag(files);
    screen.onFx(() -> drag.over(root()));
    rest();
    return screen.onFx(() -> drag.over(target(act)));
  }

  /// Takes hovering files out of the window again.
  void dragAway() {
    FileDrag nothing = drag();
    screen.onFx(() -> nothing.drop(root()));
    rest();
  }

  /// Drags files to a target and lets go, at leisure.
  void drop(Act act, Path... files) {
    assertThat(hover(act, files)).as("files may be dropped on " + act).isTrue();
    FileDrag drag = drag(files);
    assertThat(screen.onFx(() -> drag.drop(target(act)))).as("taken by " + act).isTrue();
    rest();
  }

  /// Drags files to a target and lets go before the window could ask the ledger about them.
  void dropInHaste(Act act, Path... files) {
    FileDrag drag = drag(files);
    boolean taken =
        screen.onFx(
            () -> {
              drag.over(root());
              drag.over(target(act));
              return drag.drop(target(act));
            });
    assertThat(taken).as("taken by " + act).isTrue();
    rest();
  }

  /// Waits until nothing runs in the background any more.
  void rest() {
    WaitForAsyncUtils.waitForFxEvents();
    until("the window is at rest", () -> background.running().isEmpty());
  }

  void until(String what, BooleanSupplier reached) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE, TimeUnit.SECONDS, () -> screen.onFx(reached::getAsBoolean));
    } catch (TimeoutException e) {
      screen.keep("tour-stuck");
      throw new AssertionError("waited in vain until " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Whether a node is in sight.
  boolean sees(String query) {
    return screen.onFx(
        () -> screen.robot().lookup(query).queryAll().stream().anyMatch(this::inSight));
  }

  boolean enabled(String button) {
    return screen.onFx(() -> !screen.robot().lookup(button).<Button>query().isDisabled());
  }

  /// The text of a label or button.
  String reads(String query) {
    return screen.onFx(() -> screen.robot().lookup(query).<Labeled>query().getText());
  }

  /// Fails unless a text that contains all of the parts is in sight.
  void shows(String... parts) {
    List<String> texts =
        screen.onFx(
            () ->
                screen.robot().lookup(node -> node instanceof Labeled).queryAll().stream()
                    .filter(this::inSight)
                    .map(node -> String.valueOf(((Labeled) node).getText()))
                    .toList());
    assertThat(texts)
        .as("texts in sight")
        .anyMatch(text -> Arrays.stream(parts).allMatch(text::contains));
  }

  /// Waits until the picture of a part is there and at rest: many colours inside the preview, and
  /// the same ones a moment later.
  void seesPicture(String preview) {
    until(
        "a picture in " + preview,
        () -> sees(preview) && Arrays.stream(pixels(preview)).distinct().count() > MANY_COLOURS);
    int before = 0;
    int now = glance(preview);
    for (int looks = 0; now != before && looks < PATIENCE; looks++) {
      WaitForAsyncUtils.sleep(MOMENT, TimeUnit.MILLISECONDS);
      before = now;
      now = glance(preview);
    }
    assertThat(now).as("the picture comes to rest").isEqualTo(before);
  }

  private int glance(String preview) {
    return screen.onFx(() -> Arrays.hashCode(pixels(preview)));
  }

  /// Whether JavaFX 3D draws what the preview shows.
  boolean seesScene3d(String preview) {
    return screen.onFx(
        () ->
            screen
                .robot()
                .from(node(preview))
                .lookup((Node node) -> node instanceof SubScene)
                .queryAll()
                .stream()
                .anyMatch(this::inSight));
  }

  /// Keeps a picture of the window, whose layout must be sound.
  void keep(Album album, String name, String caption) {
    screen.keep(album.folder(), album.next(name, caption));
  }

  <T> T onFx(Supplier<T> action) {
    return screen.onFx(action::get);
  }

  /// Presses only once the mouse is seen over the node: a display server answers late, and nodes
  /// move when a page is laid out.
  private void click(Node node) {
    until(node + " can be used", () -> !node.isDisabled());
    for (int tries = 0; tries < PATIENCE && !screen.onFx(node::isHover); tries++) {
      screen.robot().moveTo(node);
      WaitForAsyncUtils.sleep(MOMENT, TimeUnit.MILLISECONDS);
    }
    assertThat(screen.onFx(node::isHover))
        .as("the mouse is over %s; windows: %s", node, screen.onFx(Engineer::windows))
        .isTrue();
    screen.robot().clickOn(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static List<String> windows() {
    return Window.getWindows().stream()
        .map(each -> each + " at " + each.getX() + ", " + each.getY() + ", " + each.getWidth())
        .toList();
  }

  private FileDrag drag(Path... files) {
    return screen.onFx(() -> new FileDrag(List.of(files)));
  }

  private int[] pixels(String preview) {
    Bounds bounds = node(preview).localToScene(node(preview).getLayoutBounds());
    BufferedImage picture = screen.picture();
    int left = Math.max(0, (int) bounds.getMinX());
    int top = Math.max(0, (int) bounds.getMinY());
    int width = Math.min(picture.getWidth() - left, (int) bounds.getWidth());
    int height = Math.min(picture.getHeight() - top, (int) bounds.getHeight());
    return picture.getRGB(left, top, width, height, null, 0, width);
  }

  private Node node(String query) {
    return screen.robot().lookup(query).queryAll().stream()
        .filter(this::inSight)
        .findFirst()
        .orElseThrow();
  }

  private Node root() {
    return screen.stage().getScene().getRoot();
  }

  private Node target(Act act) {
    return screen.robot().lookup("#drop-" + act.name()).query();
  }

  private boolean inSight(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return node.getScene() != null
        && !bounds.isEmpty()
        && new javafx.geometry.BoundingBox(
                0, 0, node.getScene().getWidth(), node.getScene().getHeight())
            .intersects(bounds);
  }
}

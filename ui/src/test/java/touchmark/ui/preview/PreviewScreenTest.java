package touchmark.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.inspect.Inspection;
import touchmark.app.render.Camera;
import touchmark.app.render.Detail;
import touchmark.app.render.Picture;
import touchmark.app.render.Rasterizer;
import touchmark.ui.screen.Screen;
import touchmark.ui.support.Background;

class PreviewScreenTest {
  private static final int WIDTH = 736;
  private static final int HEIGHT = 548;

  private final Background background = Background.ofWindow();
  private final AtomicReference<PreviewPane> pane = new AtomicReference<>();

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          pane.get().close();
          background.close();
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aModelIsDrawnWithItsTools(boolean dark) {
    Screen screen = open(Samples.bracket(), dark, false);
    awaitPicture(screen);
    screen.keep("preview-model" + suffix(dark));
    assertThat(text(screen, ".footer")).isEqualTo("Grid 10 mm, plate 220 × 220 mm");
    screen.onFx(() -> pane.get().highlight(Samples.innerVoid()));
    awaitPicture(screen);
    screen.keep("preview-void" + suffix(dark));
    screen.robot().clickOn("#preview-views").clickOn("As it was opened");
    assertThat(pane.get().model().markedProperty().get()).isEmpty();
    screen.robot().clickOn("#preview-section");
    screen.onFx(() -> pane.get().model().cutHeightProperty().set(6));
    awaitPicture(screen);
    screen.keep("preview-section" + suffix(dark));
    assertThat(text(screen, ".height")).isEqualTo("Section height 6.0 mm");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aToolpathIsDrawnWithLayersAndLegend(boolean dark) {
    Screen screen = open(Samples.sliced(150), dark, false);
    screen.onFx(() -> pane.get().model().highestLayerProperty().set(99));
    awaitPicture(screen);
    screen.keep("preview-toolpath" + suffix(dark));
    assertThat(text(screen, ".height")).isEqualTo("Layers 1 to 100 of 150, Z 20.00 mm");
    assertThat(screen.robot().lookup(".legend .check-box").queryAll()).hasSize(5);
  }

  @Test
  void theLayerThumbsAreMovedByKeys() {
    Screen screen = open(Samples.sliced(30), false, false);
    Node highest =
        screen.robot().lookup(".knob").queryAll().stream()
            .filter(knob -> knob.getAccessibleText().startsWith("Last"))
            .findFirst()
            .orElseThrow();
    screen.onFx(highest::requestFocus);
    screen.robot().push(KeyCode.DOWN).push(KeyCode.PAGE_DOWN);
    assertThat(pane.get().model().highestLayerProperty().get()).isEqualTo(18);
    assertThat(highest.getAccessibleText()).isEqualTo("Last layer shown, 19");
  }

  @Test
  void theMouseAndTheKeysMoveTheCamera() {
    Screen screen = open(Samples.bracket(), false, false);
    Camera start = camera();
    screen.robot().moveTo(".surface").press(MouseButton.PRIMARY).moveBy(40, 0);
    screen.robot().release(MouseButton.PRIMARY);
    Camera turned = camera();
    assertThat(turned.yaw()).isLessThan(start.yaw());
    assertThat(turned.target()).isEqualTo(start.target());
    screen.robot().moveTo(".surface").press(MouseButton.SECONDARY).moveBy(40, 0);
    screen.robot().release(MouseButton.SECONDARY);
    assertThat(camera().yaw()).isEqualTo(turned.yaw());
    assertThat(camera().target()).isNotEqualTo(start.target());
    screen.robot().push(KeyCode.PLUS);
    assertThat(camera().span()).isLessThan(start.span());
    screen.robot().push(KeyCode.DIGIT3);
    assertThat(camera().pitch()).isZero();
    screen.robot().push(KeyCode.DIGIT1);
    assertThat(camera()).isEqualTo(start);
  }

  @Test
  void aFileWithoutPictureIsExplained() {
    Screen screen = open(Samples.unread(), false, false);
    screen.keep("preview-none");
    assertThat(text(screen, ".sentence")).startsWith("There is no picture");
  }

  @Tag("display")
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void javaFx3dAndSoftwareShowTheSame(boolean dark) {
    Screen screen = open(Samples.bracket(), dark, true);
    require3d(screen);
    awaitPicture(screen);
    screen.keep("preview-3d" + suffix(dark));
    BufferedImage withFx = screen.onFx(screen::picture);
    screen.onFx(() -> pane.get().model().plateShownProperty().set(true));
    Picture inSoftware =
        new Rasterizer()
            .draw(
                pane.get().model().sceneProperty().get().orElseThrow(),
                camera(),
                WIDTH,
                HEIGHT,
                Detail.RESTING,
                () -> false)
            .orElseThrow();
    assertThat(alike(withFx, inSoftware)).isGreaterThan(0.93);
  }

  private static String suffix(boolean dark) {
    return dark ? "-dark" : "";
  }

  private Screen open(Inspection inspection, boolean dark, boolean with3d) {
    Screen screen =
        Screen.show(
            WIDTH,
            HEIGHT,
            dark,
            () -> {
              pane.set(
                  new PreviewPane(
                      background,
                      new javafx.beans.property.SimpleBooleanProperty(dark),
                      with3d && Viewports.has3d()));
              return pane.get();
            });
    screen.onFx(() -> pane.get().show(inspection));
    await(() -> pane.get().showingProperty().get() != Showing.NOTHING);
    return screen;
  }

  // Where the machine must have 3D, its absence is a failure; elsewhere a line says so.
  private static void require3d(Screen screen) {
    boolean has3d = screen.onFx(() -> Platform.isSupported(ConditionalFeature.SCENE3D));
    if (Boolean.getBoolean("touchmark.require3d")) {
      assertThat(has3d).as("JavaFX 3D is there").isTrue();
    }
    if (!has3d) {
      String sentence = "JavaFX 3D is not supported here: its viewport was not tested.";
      System.out.println(sentence);
      Assumptions.abort(sentence);
    }
  }

  private Camera camera() {
    WaitForAsyncUtils.waitForFxEvents();
    return pane.get().model().cameraProperty().get();
  }

  private static String text(Screen screen, String selector) {
    return ((Labeled) screen.robot().lookup(selector).query()).getText();
  }

  // Until the picture at rest is there: it stays the same then.
  private static void awaitPicture(Screen screen) {
    int[] previous = new int[1];
    await(
        () -> {
          int now = fingerprint(screen.onFx(screen::picture));
          boolean same = now == previous[0];
          previous[0] = now;
          sleep(300);
          return same && colours(screen.onFx(screen::picture)) > 40;
        });
  }

  private static void await(BooleanSupplier done) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, done::getAsBoolean);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("nothing was drawn in time", e);
    }
  }

  private static void sleep(int milliseconds) {
    WaitForAsyncUtils.sleep(milliseconds, TimeUnit.MILLISECONDS);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static int fingerprint(BufferedImage image) {
    return Arrays.hashCode(pixels(image));
  }

  private static long colours(BufferedImage image) {
    return Arrays.stream(pixels(image)).distinct().count();
  }

  /// Share of the pixels in the middle that hardly differ: controls lie around it.
  private static double alike(BufferedImage a, Picture b) {
    int same = 0;
    int all = 0;
    for (int y = 70; y < HEIGHT - 110; y++) {
      for (int x = 110; x < WIDTH - 20; x++) {
        int difference = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          difference += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.pixel(x, y) >> shift & 255));
        }
        all++;
        same += difference < 60 ? 1 : 0;
      }
    }
    return (double) same / all;
  }
}

package touchmark.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.ui.support.Theme;

/// A stage with our theme for one test, its picture, and what a machine can see of its layout.
/// Pictures are left in `target/screens`.
public final class Screen {
  private static final double HAIR = 0.51;

  private final FxRobot robot = new FxRobot();
  private final Theme theme;
  private final Stage stage;

  private Screen(Theme theme, Stage stage) {
    this.theme = theme;
    this.stage = stage;
  }

  /// Shows what `root` makes (on the FX thread) in a window of the given inner size.
  public static Screen show(double width, double height, boolean dark, Supplier<Parent> root) {
    try {
      Stage stage = FxToolkit.registerPrimaryStage();
      Screen screen =
          WaitForAsyncUtils.asyncFx(
                  () -> {
                    // what an earlier test left open would catch the mouse
                    List.copyOf(Window.getWindows()).stream()
                        .filter(window -> window != stage)
                        .forEach(Window::hide);
                    Theme theme = new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
                    theme.choiceProperty().set(dark ? Theme.Choice.DARK : Theme.Choice.LIGHT);
                    Scene scene = new Scene(root.get(), width, height);
                    theme.dress(scene);
                    stage.setScene(scene);
                    stage.sizeToScene();
                    // not centred: where the screen is smaller, no robot reaches what lies outside
                    stage.setX(0);
                    stage.setY(0);
                    stage.show();
                    return new Screen(theme, stage);
                  })
              .get(30, TimeUnit.SECONDS);
      WaitForAsyncUtils.waitForFxEvents();
      return screen;
    } catch (TimeoutException e) {
      throw new AssertionError("the toolkit did not start", e);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// The same of a window that this one opened.
  public Screen of(Stage opened) {
    return new Screen(theme, opened);
  }

  public FxRobot robot() {
    return robot;
  }

  public Theme theme() {
    return theme;
  }

  public Stage stage() {
    return stage;
  }

  /// Runs something on the FX thread and waits until all that follows from it is done.
  public <T> T onFx(Callable<T> action) {
    T result = WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    WaitForAsyncUtils.waitForFxEvents();
    return result;
  }

  /// Runs something on the FX thread and waits until all that follows from it is done.
  public void onFx(Runnable action) {
    onFx(
        () -> {
          action.run();
          return true;
        });
  }

  /// Leaves a picture of the window and checks the layout: no text is cut, no node leaves the
  /// window.
  public void keep(String name) {
    keep(Path.of("target", "screens"), name);
  }

  /// As [#keep], in a folder of its own.
  ///
  /// @return the picture
  public BufferedImage keep(Path folder, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    BufferedImage picture = onFx(this::picture);
    try {
      Files.createDirectories(folder);
      ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> wrong = onFx(this::wrongInLayout);
    assertThat(wrong).as("layout of " + name).isEmpty();
    return picture;
  }

  /// What the window shows now.
  public BufferedImage picture() {
    WritableImage image = stage.getScene().snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return picture;
  }

  private List<String> wrongInLayout() {
    List<String> wrong = new ArrayList<>();
    Scene scene = stage.getScene();
    inspect(scene.getRoot(), scene, wrong);
    return wrong;
  }

  private static void inspect(Node node, Scene scene, List<String> wrong) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled label) {
      inspectLabel(label, wrong);
    }
    if (node instanceof ScrollPane || node instanceof ListView<?>) {
      return;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    boolean inside =
        bounds.getMinX() >= -HAIR
            && bounds.getMinY() >= -HAIR
            && bounds.getMaxX() <= scene.getWidth() + HAIR
            && bounds.getMaxY() <= scene.getHeight() + HAIR;
    if (!inside && !bounds.isEmpty()) {
      wrong.add(node + " leaves the window: " + bounds);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> inspect(child, scene, wrong));
    }
  }

  private static void inspectLabel(Labeled label, List<String> wrong) {
    boolean shortensOnPurpose = label.getStyleClass().contains("may-shorten");
    for (Node child : label.getChildrenUnmodifiable()) {
      if (child instanceof Text text
          && child != label.getGraphic()
          && !shortensOnPurpose
          && label.getText() != null
          && !text.getText().equals(label.getText())) {
        wrong.add("'" + label.getText() + "' is cut to '" + text.getText() + "'");
      }
    }
  }
}

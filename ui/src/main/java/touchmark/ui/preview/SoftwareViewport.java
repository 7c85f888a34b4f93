package touchmark.ui.preview;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import touchmark.app.render.Camera;
import touchmark.app.render.Detail;
import touchmark.app.render.Picture;
import touchmark.app.render.Rasterizer;
import touchmark.app.render.Scene;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;

/// Draws with our rasterizer, off the FX thread, in the pixels of the screen: quickly while
/// something moves, well when it rests.
final class SoftwareViewport implements Viewport {
  private static final Duration REST = Duration.millis(160);

  /// A window of any size stays below the rasterizer's limit.
  private static final int MOST_PIXELS = 16_000_000;

  private final FrameQueue frames;
  private final Runnable onPicture;
  private final ImageView view = new ImageView();
  private final Pane pane =
      new Pane(view) {
        @Override
        protected void layoutChildren() {
          super.layoutChildren();
          request(Detail.MOVING);
        }
      };
  private final PauseTransition rest = new PauseTransition(REST);

  // Two, because the render thread may still read the one that was shown last.
  private @Nullable Frame front;
  private @Nullable Frame back;
  private @Nullable Scene scene;
  private @Nullable Camera camera;

  /// @param background its jobs have no title: not for a status bar
  /// @param onPicture runs whenever a picture was put on the screen
  SoftwareViewport(
      Background background,
      Rasterizer rasterizer,
      Consumer<Failure> onFailure,
      Runnable onPicture) {
    this.onPicture = onPicture;
    frames = new FrameQueue(background, rasterizer, this::present, onFailure);
    view.setManaged(false);
    pane.setMouseTransparent(true);
    rest.setOnFinished(_ -> request(Detail.RESTING));
  }

  @Override
  public Region region() {
    return pane;
  }

  @Override
  public void show(Scene toShow, Camera from) {
    if (toShow.equals(scene) && from.equals(camera)) {
      return;
    }
    scene = toShow;
    camera = from;
    request(Detail.MOVING);
  }

  @Override
  public void clear() {
    scene = null;
    camera = null;
    rest.stop();
    frames.clear();
    view.setImage(null);
  }

  @Override
  public void close() {
    clear();
  }

  private void request(Detail detail) {
    if (scene == null || camera == null || pane.getWidth() < 1 || pane.getHeight() < 1) {
      return;
    }
    double scale = outputScale();
    int width = (int) Math.ceil(pane.getWidth() * scale);
    int height = (int) Math.ceil(pane.getHeight() * scale);
    if ((long) width * height > MOST_PIXELS) {
      return;
    }
    if (detail == Detail.MOVING) {
      rest.playFromStart();
    }
    frames.want(new FrameQueue.Request(scene, camera, width, height, detail));
  }

  private double outputScale() {
    var window = pane.getScene() == null ? null : pane.getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  private void present(Picture picture) {
    if (scene == null) {
      return;
    }
    Frame frame = back;
    if (frame == null || !frame.fits(picture)) {
      frame = new Frame(picture.width(), picture.height());
    }
    frame.fill(picture);
    back = front;
    front = frame;
    view.setImage(frame.image);
    view.setFitWidth(picture.width() / outputScale());
    view.setFitHeight(picture.height() / outputScale());
    onPicture.run();
  }

  private static final class Frame {
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    private Frame(int width, int height) {
      buffer =
          new PixelBuffer<>(
              width,
              height,
              IntBuffer.allocate(width * height),
              PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(buffer);
    }

    private boolean fits(Picture picture) {
      return buffer.getWidth() == picture.width() && buffer.getHeight() == picture.height();
    }

    private void fill(Picture picture) {
      buffer.updateBuffer(
          into -> {
            into.getBuffer().put(0, picture.pixels());
            return null;
          });
    }
  }
}

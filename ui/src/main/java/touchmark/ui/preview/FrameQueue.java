package touchmark.ui.preview;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import touchmark.app.render.Camera;
import touchmark.app.render.Detail;
import touchmark.app.render.Picture;
import touchmark.app.render.Rasterizer;
import touchmark.app.render.Scene;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Job;

/// Draws one frame at a time in the background. Of the frames asked for meanwhile only the newest
/// is drawn; a frame at rest gives way to one in motion. Belongs to the FX thread.
final class FrameQueue {
  /// What a frame shows, how large, in pixels, and how well.
  record Request(Scene scene, Camera camera, int width, int height, Detail detail) {}

  private final Background background;
  private final Rasterizer rasterizer;
  private final Consumer<Picture> onPicture;
  private final Consumer<Failure> onFailure;
  private @Nullable Request running;
  private @Nullable Job job;
  private @Nullable Request next;
  private @Nullable Request shown;

  FrameQueue(
      Background background,
      Rasterizer rasterizer,
      Consumer<Picture> onPicture,
      Consumer<Failure> onFailure) {
    this.background = background;
    this.rasterizer = rasterizer;
    this.onPicture = onPicture;
    this.onFailure = onFailure;
  }

  /// Asks for a frame, unless it is the one shown or under way.
  void want(Request request) {
    if (running == null) {
      if (!request.equals(shown)) {
        start(request);
      }
      return;
    }
    if (request.equals(running)) {
      next = null;
      return;
    }
    next = request;
    if (running.detail() == Detail.RESTING && job != null) {
      job.cancel();
    }
  }

  /// Forgets what was asked for.
  void clear() {
    next = null;
    shown = null;
    if (job != null) {
      job.cancel();
    }
  }

  private void start(Request request) {
    running = request;
    next = null;
    job =
        background.runHeavy(
            "",
            working ->
                rasterizer.draw(
                    request.scene(),
                    request.camera(),
                    request.width(),
                    request.height(),
                    request.detail(),
                    working::isCancelled),
            picture -> finished(request, picture),
            this::failed);
  }

  private void finished(Request request, Optional<Picture> picture) {
    boolean cancelled = job != null && job.isCancelled();
    running = null;
    job = null;
    if (picture.isPresent() && !cancelled) {
      shown = request;
      onPicture.accept(picture.get());
    }
    goOn();
  }

  private void failed(Failure failure) {
    running = null;
    job = null;
    if (!failure.cancelled()) {
      onFailure.accept(failure);
    }
    goOn();
  }

  private void goOn() {
    if (next != null) {
      start(next);
    }
  }
}

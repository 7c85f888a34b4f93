package touchmark.app.render;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Draws scenes into pictures without a screen. The same scene, camera and size give the same
/// pixels whatever the number of threads.
///
/// Every worker keeps a visibility buffer; the buffers are kept for the next picture. One picture
/// is drawn at a time: a second caller waits.
public final class Rasterizer {
  /// Largest picture, pixels.
  public static final int MOST_PIXELS = 64_000_000;

  /// Up to here four samples a pixel are taken at rest.
  private static final int MOST_SAMPLES = 12_000_000;

  /// For the buffers of all workers.
  private static final long BUFFER_BYTES = 256L << 20;

  private static final int ROWS = 16;

  private final int threads;

  // Guarded by this, as are the pictures drawn with them.
  private VisibilityBuffer[] buffers = new VisibilityBuffer[0];
  private @Nullable VisibilityBuffer markBuffer;
  private @Nullable Object shadowOf;
  private Shadow shadow = Shadow.NONE;

  /// As many threads as the processor has.
  public Rasterizer() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /// @param threads at most so many work at a time
  public Rasterizer(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a rasterizer needs a thread");
    }
    this.threads = threads;
  }

  /// Draws a picture to the end.
  public Picture draw(Scene scene, Camera camera, int width, int height, Detail detail) {
    return draw(scene, camera, width, height, detail, () -> false).orElseThrow();
  }

  /// Draws a picture.
  ///
  /// @param width of the picture, pixels
  /// @param height of the picture, pixels
  /// @param cancelled asked now and then, by several threads
  /// @return empty when cancelled
  /// @throws IllegalArgumentException for a size below 1 or above [#MOST_PIXELS]
  public synchronized Optional<Picture> draw(
      Scene scene, Camera camera, int width, int height, Detail detail, BooleanSupplier cancelled) {
    if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
      throw new IllegalArgumentException("no picture of " + width + " x " + height + " pixels");
    }
    int samples = detail == Detail.RESTING && 4L * width * height <= MOST_SAMPLES ? 2 : 1;
    try {
      return Optional.of(draw(scene, camera, width, height, samples, detail, cancelled));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /// The plate alone with grid and shadow, straight from above, as another drawer's texture: as
  /// many pixels a unit in both directions, the upper edge is the back.
  ///
  /// @param longer pixels along the longer side, at most 4096
  public synchronized Picture plate(Bed bed, Subject subject, Palette palette, int longer) {
    if (longer < 1 || longer > 4096) {
      throw new IllegalArgumentException("no plate of " + longer + " pixels");
    }
    double scale = longer / Math.max(bed.width(), bed.depth());
    int width = Math.max(1, (int) Math.round(bed.width() * scale));
    int height = Math.max(1, (int) Math.round(bed.depth() * scale));
    Vector middle =
        new Vector((bed.minX() + bed.maxX()) / 2, (bed.minY() + bed.maxY()) / 2, bed.z());
    Camera above = new Camera(middle, 0, 90, bed.depth(), Projection.PARALLEL);
    Ground ground =
        new Ground(bed, shadowOf(subject), palette, new Projector(above, width, height), 1);
    int[] pixels = new int[width * height];
    for (int row = 0; row < height; row++) {
      ground.row(row);
      for (int column = 0; column < width; column++) {
        pixels[row * width + column] = ground.over(palette.plate(), column);
      }
    }
    int[] items = new int[pixels.length];
    Arrays.fill(items, -1);
    return new Picture(width, height, pixels, items);
  }

  private Picture draw(
      Scene scene,
      Camera camera,
      int width,
      int height,
      int samples,
      Detail detail,
      BooleanSupplier cancelled) {
    int wide = width * samples;
    int high = height * samples;
    prepareBuffers(wide, high);
    Workers workers = new Workers(buffers.length, cancelled);
    workers.each(buffers.length, 1, (_, from, _) -> buffers[from].clear());
    Projector projector = new Projector(camera, wide, high);
    Shading shading =
        new Shading(
            scene.palette(), projector, buffers[0], ground(scene, projector, samples), samples);
    Painter painter =
        switch (scene.subject()) {
          case Subject.Solid solid -> {
            MeshPainter mesh = new MeshPainter(solid, scene.palette(), projector);
            shade(mesh, workers, shading);
            mark(solid, scene.palette(), mesh, workers, shading);
            yield mesh;
          }
          case Subject.Sliced sliced -> {
            ToolpathPainter beads = new ToolpathPainter(sliced, scene.palette(), projector, detail);
            shade(beads, workers, shading);
            yield beads;
          }
        };
    Surfaces surfaces = painter.surfaces();
    workers.each(high, ROWS, (_, from, to) -> shading.finish(surfaces.lined(), from, to));
    return new Reduction(buffers[0], shading.colours(), samples, surfaces)
        .picture(width, height, workers);
  }

  private void shade(Painter painter, Workers workers, Shading shading) {
    painter.draw(workers, buffers);
    workers.each(
        buffers[0].height(),
        ROWS,
        (_, from, to) -> {
          for (int i = 1; i < buffers.length; i++) {
            buffers[0].merge(buffers[i], from, to);
          }
          shading.light(painter.surfaces(), from, to);
        });
  }

  private void mark(
      Subject.Solid solid, Palette palette, MeshPainter painter, Workers workers, Shading shading) {
    if (solid.highlights().isEmpty()) {
      return;
    }
    VisibilityBuffer scene = buffers[0];
    VisibilityBuffer empty = markBuffer;
    if (empty == null || empty.width() != scene.width() || empty.height() != scene.height()) {
      empty = new VisibilityBuffer(scene.width(), scene.height());
      markBuffer = empty;
    }
    empty.clear();
    Marks marks = Marks.of(solid, palette, painter, empty);
    workers.each(
        scene.height(),
        ROWS,
        (_, from, to) -> marks.over(shading, scene, painter.surfaces(), from, to));
  }

  private Optional<Supplier<Ground>> ground(Scene scene, Projector projector, int samples) {
    return scene
        .bed()
        .map(
            bed -> {
              Shadow cast = shadowOf(scene.subject());
              return () -> new Ground(bed, cast, scene.palette(), projector, samples);
            });
  }

  private Shadow shadowOf(Subject subject) {
    Object what =
        switch (subject) {
          case Subject.Solid solid -> solid.mesh();
          case Subject.Sliced sliced -> sliced.toolpath();
        };
    if (!what.equals(shadowOf)) {
      shadow = Shadow.of(subject);
      shadowOf = what;
    }
    return shadow;
  }

  private void prepareBuffers(int width, int height) {
    long each = 8L * width * height;
    int count = Math.clamp(BUFFER_BYTES / each, 1, threads);
    boolean fits =
        buffers.length == count && buffers[0].width() == width && buffers[0].height() == height;
    if (!fits) {
      VisibilityBuffer[] fresh = new VisibilityBuffer[count];
      buffers = new VisibilityBuffer[0];
      for (int i = 0; i < count; i++) {
        fresh[i] = new VisibilityBuffer(width, height);
      }
      buffers = fresh;
    }
  }
}

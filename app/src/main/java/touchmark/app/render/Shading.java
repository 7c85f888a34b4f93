package touchmark.app.render;

import java.util.Optional;
import java.util.function.Supplier;

/// Turns a visibility buffer into colours: first [#light] over all rows, then [#finish]. Rows can
/// be shared out among workers.
final class Shading {
  /// Surfaces that meet at more than 30 degrees have an edge between them.
  private static final double SHARP = Math.cos(Math.toRadians(30));

  /// A step in depth of more than so many pixels is an edge.
  private static final double STEP = 4;

  private static final double EDGE = 0.62;

  /// Stand for the flat of a section, and for nothing at all, among the packed normals.
  private static final int FLAT = -1;

  private static final int EMPTY = -2;

  private final Palette palette;
  private final Projector projector;
  private final VisibilityBuffer buffer;
  private final Optional<Supplier<Ground>> ground;
  private final int samples;
  private final Light light;
  private final int[] colours;
  private final int[] normals;

  /// @param ground the plate, a new one for each run of rows
  /// @param samples along one side of a pixel of the finished picture
  Shading(
      Palette palette,
      Projector projector,
      VisibilityBuffer buffer,
      Optional<Supplier<Ground>> ground,
      int samples) {
    this.palette = palette;
    this.projector = projector;
    this.buffer = buffer;
    this.ground = ground;
    this.samples = samples;
    light = new Light(Lighting.STUDIO, projector);
    colours = new int[buffer.width() * buffer.height()];
    normals = new int[colours.length];
  }

  /// Row by row. Not a copy.
  int[] colours() {
    return colours;
  }

  Light light() {
    return light;
  }

  /// Colours what is there in the light.
  void light(Surfaces surfaces, int fromRow, int toRow) {
    long[] keys = buffer.keys();
    int last = 0;
    int colour = 0;
    int normal = EMPTY;
    boolean known = false;
    for (int i = fromRow * buffer.width(); i < toRow * buffer.width(); i++) {
      if (keys[i] == VisibilityBuffer.NOTHING) {
        normals[i] = EMPTY;
        continue;
      }
      int id = VisibilityBuffer.id(keys[i]);
      if (!known || id != last) {
        known = true;
        last = id;
        surfaces.at(id);
        normal = surfaces.flat ? FLAT : pack(surfaces);
        colour = surfaces.flat ? surfaces.colour : Colour.lit(surfaces.colour, light.on(surfaces));
      }
      colours[i] = colour;
      normals[i] = normal;
    }
  }

  /// Adds background, thin edges where wanted, and the plate.
  void finish(boolean lined, int fromRow, int toRow) {
    Optional<Ground> plate = ground.map(Supplier::get);
    for (int row = fromRow; row < toRow; row++) {
      background(row);
      if (lined) {
        edges(row);
      }
      if (plate.isPresent()) {
        lay(plate.get(), row);
      }
    }
  }

  private void background(int row) {
    double down = (double) row / Math.max(1, buffer.height() - 1);
    int behind = Colour.mix(palette.top(), palette.bottom(), down);
    for (int i = row * buffer.width(); i < (row + 1) * buffer.width(); i++) {
      if (normals[i] == EMPTY) {
        colours[i] = behind;
      }
    }
  }

  private void lay(Ground plate, int row) {
    plate.row(row);
    double plateDepth = plate.depth();
    long[] keys = buffer.keys();
    for (int column = 0; column < buffer.width(); column++) {
      int i = row * buffer.width() + column;
      // A part that stands on the plate touches it: only what is clearly below is covered.
      if (normals[i] == EMPTY
          || plateDepth > VisibilityBuffer.depth(keys[i]) + projector.depthStep(plateDepth, STEP)) {
        colours[i] = plate.over(colours[i], column);
      }
    }
  }

  private void edges(int row) {
    int width = buffer.width();
    for (int column = 0; column < width; column++) {
      int i = row * width + column;
      // At several samples a pixel both sides are dark, so that a line stays a pixel wide.
      boolean edge =
          (column + 1 < width && breaks(i, 1, column > 0, column + 2 < width))
              || (row + 1 < buffer.height()
                  && breaks(i, width, row > 0, row + 2 < buffer.height()));
      if (!edge && samples > 1) {
        edge =
            (column > 0 && breaks(i, -1, column + 1 < width, column > 1))
                || (row > 0 && breaks(i, -width, row + 1 < buffer.height(), row > 1));
      }
      if (edge && normals[i] != EMPTY) {
        colours[i] = Colour.mix(colours[i], palette.edge(), EDGE);
      }
    }
  }

  /// Whether there is an edge between a pixel and the next one.
  ///
  /// @param before whether there is a pixel on the other side of the first
  /// @param after whether there is one beyond the next
  private boolean breaks(int i, int step, boolean before, boolean after) {
    int here = normals[i];
    int there = normals[i + step];
    long[] keys = buffer.keys();
    if (VisibilityBuffer.id(keys[i]) == VisibilityBuffer.id(keys[i + step])
        || (here == FLAT && there == FLAT)) {
      return false;
    }
    if (here < 0 || there < 0) {
      return here != there;
    }
    if (here != there && cosine(here, there) < SHARP) {
      return true;
    }
    // On one plane depth is linear; at a step it changes more than on either side of it.
    double depth = VisibilityBuffer.depth(keys[i]);
    double jump = VisibilityBuffer.depth(keys[i + step]) - depth;
    double limit = projector.depthStep(depth, STEP);
    if (Math.abs(jump) <= limit || !before || !after) {
      return false;
    }
    return normals[i - step] >= 0
        && normals[i + 2 * step] >= 0
        && Math.abs(jump - (depth - VisibilityBuffer.depth(keys[i - step]))) > limit
        && Math.abs(
                jump
                    - (VisibilityBuffer.depth(keys[i + 2 * step])
                        - VisibilityBuffer.depth(keys[i + step])))
            > limit;
  }

  // Ten bits a component, 0 to 1022 for -1 to 1: never negative.
  private static int pack(Surfaces surfaces) {
    return (component(surfaces.normalX) << 20)
        | (component(surfaces.normalY) << 10)
        | component(surfaces.normalZ);
  }

  private static int component(double value) {
    return (int) (value * 511 + 511.5);
  }

  private static double cosine(int a, int b) {
    int x = (((a >> 20) & 1023) - 511) * (((b >> 20) & 1023) - 511);
    int y = (((a >> 10) & 1023) - 511) * (((b >> 10) & 1023) - 511);
    int z = ((a & 1023) - 511) * ((b & 1023) - 511);
    return (x + y + z) / (511.0 * 511);
  }
}

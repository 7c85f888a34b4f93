package touchmark.app.render;

/// From samples to the pixels of the finished picture.
final class Reduction {
  private static final int ROWS = 16;

  private final VisibilityBuffer buffer;
  private final int[] colours;
  private final int samples;
  private final Surfaces surfaces;

  /// @param samples along one side of a pixel, 1 or 2
  Reduction(VisibilityBuffer buffer, int[] colours, int samples, Surfaces surfaces) {
    this.buffer = buffer;
    this.colours = colours;
    this.samples = samples;
    this.surfaces = surfaces;
  }

  Picture picture(int width, int height, Workers workers) {
    int[] pixels = samples == 1 ? colours : new int[width * height];
    int[] items = new int[width * height];
    workers.each(
        height,
        ROWS,
        (_, from, to) -> {
          for (int row = from; row < to; row++) {
            for (int column = 0; column < width; column++) {
              int first = row * samples * buffer.width() + column * samples;
              long key = buffer.keys()[first];
              items[row * width + column] =
                  key == VisibilityBuffer.NOTHING ? -1 : surfaces.item(VisibilityBuffer.id(key));
              if (samples > 1) {
                pixels[row * width + column] = mean(first);
              }
            }
          }
        });
    return new Picture(width, height, pixels, items);
  }

  private int mean(int first) {
    int below = first + buffer.width();
    int a = colours[first];
    int b = colours[first + 1];
    int c = colours[below];
    int d = colours[below + 1];
    // Two channels at a time, rounded.
    int redBlue = 0x20002 + Colour.pair(a) + Colour.pair(b) + Colour.pair(c) + Colour.pair(d);
    int alphaGreen =
        0x20002
            + Colour.pair(a >>> 8)
            + Colour.pair(b >>> 8)
            + Colour.pair(c >>> 8)
            + Colour.pair(d >>> 8);
    return ((alphaGreen << 6) & 0xff00ff00) | Colour.pair(redBlue >>> 2);
  }
}

package touchmark.app.render;

/// Arithmetic on colours as 0xAARRGGBB integers.
final class Colour {
  private Colour() {}

  /// A mix of two opaque or premultiplied colours; `share` 0 gives the first, 1 the second.
  static int mix(int from, int to, double share) {
    int part = (int) (256 * share + 0.5);
    int keep = 256 - part;
    // Two channels at a time; none overflows, because the shares add up to 256.
    int redBlue = (pair(from) * keep + pair(to) * part) >>> 8;
    int alphaGreen = pair(from >>> 8) * keep + pair(to >>> 8) * part;
    return (alphaGreen & 0xff00ff00) | pair(redBlue);
  }

  /// Lit with a brightness, which may be above 1.
  static int lit(int colour, double brightness) {
    int factor = (int) (brightness * 256);
    int red = lit(colour >>> 16, factor);
    int green = lit(colour >>> 8, factor);
    int blue = lit(colour, factor);
    return 0xff000000 | (red << 16) | (green << 8) | blue;
  }

  /// Every second channel, with room to count.
  static int pair(int colour) {
    return colour & 0xff00ff;
  }

  private static int lit(int channel, int factor) {
    return Math.min(255, ((channel & 255) * factor) >>> 8);
  }
}

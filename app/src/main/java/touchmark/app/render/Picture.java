package touchmark.app.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import javax.imageio.ImageIO;

/// A finished picture. The arrays are handed out without a copy, for speed: nobody changes them.
public final class Picture {
  private final int width;
  private final int height;
  private final int[] pixels;
  private final int[] items;

  Picture(int width, int height, int[] pixels, int[] items) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
    this.items = items;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// 0xAARRGGBB, premultiplied, row by row from the upper left. Not a copy.
  public int[] pixels() {
    return pixels;
  }

  /// Colour of one pixel, 0xAARRGGBB premultiplied.
  public int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  /// The facet of the mesh, or the move of the toolpath, that is nearest at a pixel.
  public OptionalInt item(int x, int y) {
    int item = items[y * width + x];
    return item < 0 ? OptionalInt.empty() : OptionalInt.of(item);
  }

  /// Writes a PNG file.
  ///
  /// @throws IOException when the file cannot be written
  public void writePng(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writePng(out);
    }
  }

  /// Writes a PNG; does not close the stream.
  ///
  /// @throws IOException when the stream fails
  public void writePng(OutputStream out) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java runtime has no writer for PNG files");
    }
  }
}

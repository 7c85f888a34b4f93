package touchmark.ui.preview;

import java.nio.IntBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import touchmark.app.render.Picture;

/// Colours and pictures of `app.render` as JavaFX has them.
final class Paints {
  private Paints() {}

  /// @param argb opaque, 0xAARRGGBB
  static Color of(int argb) {
    return Color.rgb((argb >> 16) & 255, (argb >> 8) & 255, argb & 255);
  }

  static WritableImage image(Picture picture) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbPreInstance(),
            IntBuffer.wrap(picture.pixels()),
            picture.width());
    return image;
  }
}

package touchmark.ui.workbench;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import touchmark.app.format.FormatException;
import touchmark.app.render.Camera;
import touchmark.app.render.Detail;
import touchmark.app.render.Palette;
import touchmark.app.render.Picture;
import touchmark.app.render.Rasterizer;
import touchmark.app.render.Scene;
import touchmark.app.render.StandardView;
import touchmark.app.render.Subject;
import touchmark.ui.library.LibraryRow;
import touchmark.ui.library.Pictures;
import touchmark.ui.support.Job;

/// Draws the small pictures of the library with our own rasterizer, from the bytes in the vault.
public final class DrawnPictures implements Pictures {
  /// Twice the size on screen, for sharp screens.
  private static final int WIDTH = 104;

  private static final int HEIGHT = 80;

  /// Larger files are not read only for a small picture.
  private static final long LARGEST = 64L << 20;

  private final Station station;
  private final ObservableValue<Boolean> dark;
  private final Rasterizer rasterizer = new Rasterizer(1);

  /// @param dark whether the window is dark
  public DrawnPictures(Station station, ObservableValue<Boolean> dark) {
    this.station = station;
    this.dark = dark;
  }

  @Override
  public Optional<Image> of(LibraryRow row, Job job) throws FormatException, IOException {
    if (row.file().isEmpty()) {
      return Optional.empty();
    }
    Path file = row.file().get();
    if (Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    return Subject.of(station.open(file, job).data()).flatMap(it -> draw(it, job));
  }

  @Override
  public ObservableValue<Boolean> look() {
    return dark;
  }

  private Optional<Image> draw(Subject subject, Job job) {
    Palette palette = dark.getValue() ? Palette.DARK : Palette.LIGHT;
    return subject
        .bounds()
        .map(box -> Camera.onto(box, StandardView.ISO, (double) WIDTH / HEIGHT))
        .flatMap(
            camera ->
                rasterizer.draw(
                    new Scene(subject, Optional.empty(), palette),
                    camera,
                    WIDTH,
                    HEIGHT,
                    Detail.RESTING,
                    job::isCancelled))
        .map(DrawnPictures::image);
  }

  private static Image image(Picture picture) {
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

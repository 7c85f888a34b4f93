package touchmark.app.slices;

import java.util.Optional;
import touchmark.app.mesh.Box;
import touchmark.ledger.model.Bytes;

/// A layer as a grey picture, still encoded: light where it is exposed. One is decoded when it is
/// drawn; what all of them come to was measured when they were read.
///
/// @param png 8 bits of grey for each pixel
/// @param width pixels
/// @param height pixels
/// @param pixelX width of a pixel, mm
/// @param pixelY height of a pixel, mm
/// @param area exposed at all, mm²
/// @param exposed box around that, mm from the upper left corner, at height 0; empty when nothing
///   is
public record LayerPicture(
    Bytes png,
    int width,
    int height,
    double pixelX,
    double pixelY,
    double area,
    Optional<Box> exposed) {
  public LayerPicture {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture has pixels");
    }
  }
}

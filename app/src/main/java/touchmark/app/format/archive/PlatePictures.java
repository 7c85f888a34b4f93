package touchmark.app.format.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.PictureKind;
import touchmark.app.format.Thumbnail;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.ledger.model.Bytes;

/// Pictures that stand beside a plate of G-code.
final class PlatePictures {
  private static final int LARGEST = 16 << 20;
  private static final List<String> ENDINGS = List.of(".png", "_small.png");

  private PlatePictures() {}

  /// @param plate `Metadata/plate_1.gcode`
  static List<Thumbnail> of(ZipParts zip, String plate) throws FormatException, IOException {
    String stem = plate.substring(0, plate.lastIndexOf('.'));
    List<Thumbnail> found = new ArrayList<>();
    for (String ending : ENDINGS) {
      Optional<ZipPart> part = zip.find(stem + ending);
      if (part.isPresent()) {
        byte[] bytes = zip.read(part.get(), LARGEST);
        PictureKind.of(bytes)
            .ifPresent(kind -> found.add(new Thumbnail(kind.mediaType(), 0, 0, Bytes.of(bytes))));
      }
    }
    return found;
  }
}

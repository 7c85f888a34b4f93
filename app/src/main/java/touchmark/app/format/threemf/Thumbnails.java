package touchmark.app.format.threemf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.Thumbnail;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.ledger.model.Bytes;

/// Takes the pictures out of a package, still encoded.
final class Thumbnails {
  private static final int MOST = 8;
  private static final int LARGEST = 16 << 20;
  private static final int PNG = 0x89504E47;
  private static final int PNG_WIDTH_AT = 16;
  private static final int PNG_HEADER = 24;
  private static final int JPEG = 0xFFD8;

  private Thumbnails() {}

  /// Those of some part names that are PNG or JPEG.
  static List<Thumbnail> read(ZipParts zip, Collection<String> names)
      throws FormatException, IOException {
    List<Thumbnail> found = new ArrayList<>();
    for (String name : names.stream().distinct().limit(MOST).toList()) {
      ZipPart part = zip.find(name).orElse(null);
      if (part != null) {
        picture(zip.read(part, LARGEST)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Thumbnail> picture(byte[] bytes) {
    ByteBuffer picture = ByteBuffer.wrap(bytes);
    if (bytes.length >= PNG_HEADER && picture.getInt(0) == PNG) {
      int width = Math.max(0, picture.getInt(PNG_WIDTH_AT));
      int height = Math.max(0, picture.getInt(PNG_WIDTH_AT + 4));
      return Optional.of(new Thumbnail("image/png", width, height, Bytes.of(bytes)));
    }
    if (bytes.length > 2 && (picture.getShort(0) & 0xFFFF) == JPEG) {
      return Optional.of(new Thumbnail("image/jpeg", 0, 0, Bytes.of(bytes)));
    }
    return Optional.empty();
  }
}

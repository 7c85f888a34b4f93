package touchmark.app.format;

import java.util.Arrays;
import java.util.Optional;

/// A kind of picture that files carry, told by its first bytes.
public enum PictureKind {
  PNG("image/png", 0x89, 'P', 'N', 'G'),
  JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
  QOI("image/qoi", 'q', 'o', 'i', 'f');

  private final String mediaType;
  private final int[] beginning;

  PictureKind(String mediaType, int... beginning) {
    this.mediaType = mediaType;
    this.beginning = beginning;
  }

  /// For example `image/png`.
  public String mediaType() {
    return mediaType;
  }

  /// Empty for bytes that are none of them.
  public static Optional<PictureKind> of(byte[] bytes) {
    return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    if (bytes.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if ((bytes[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}

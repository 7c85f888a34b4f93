package touchmark.app.format;

import java.util.Arrays;
import java.util.Optional;

/// A kind of picture that files carry, told by its first bytes.
public enum PictureKind {
  PNG("image/png", "\u0089PNG"),
  JPEG("image/jpeg", "\u00FF\u00D8\u00FF"),
  QOI("image/qoi", "qoif");

  private final String mediaType;

  /// One character for each byte.
  private final String beginning;

  PictureKind(String mediaType, String beginning) {
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
    if (bytes.length < beginning.length()) {
      return false;
    }
    for (int i = 0; i < beginning.length(); i++) {
      if ((bytes[i] & 0xFF) != beginning.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

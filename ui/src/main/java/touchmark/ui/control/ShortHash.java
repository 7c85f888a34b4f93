package touchmark.ui.control;

/// How a fingerprint or transaction id is shown to people: its beginning and its end.
public final class ShortHash {
  private ShortHash() {}

  /// `3fa9 61c0 … 8e27` for 64 hexadecimal digits; shorter texts as they are.
  public static String of(String hex) {
    if (hex.length() <= 12) {
      return hex;
    }
    return hex.substring(0, 4)
        + " "
        + hex.substring(4, 8)
        + " … "
        + hex.substring(hex.length() - 4);
  }
}

package touchmark.ledger.proof;

import java.nio.charset.StandardCharsets;

/// What names of logs and witnesses have in common [C2SP signed-note, Format].
final class KeyName {
  /// In bytes of UTF-8: what a cosigned message can hold.
  static final int LONGEST = 255;

  private KeyName() {}

  /// @throws IllegalArgumentException if a name is empty, too long, or holds a space, a plus or a
  ///   control character
  static String require(String what, String name) {
    int length = name.getBytes(StandardCharsets.UTF_8).length;
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException(
          "%s has 1 to %d bytes, not %d".formatted(what, LONGEST, length));
    }
    if (name.codePoints().anyMatch(KeyName::isForbidden)) {
      throw new IllegalArgumentException(
          what + " holds no space, no plus and no control character");
    }
    return name;
  }

  private static boolean isForbidden(int point) {
    return point == '+'
        || Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}

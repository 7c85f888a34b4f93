package touchmark.ledger.model;

import java.util.Optional;

/// Checks that the model's records share: lengths in UTF-16 units, no control characters, no half
/// surrogate pairs (UTF-8 has no bytes for those).
final class Text {
  private Text() {}

  static String required(String what, String text, int longest) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is missing");
    }
    return bounded(what, text, longest);
  }

  static Optional<String> optional(String what, Optional<String> text, int longest) {
    return text.filter(value -> !value.isBlank()).map(value -> bounded(what, value, longest));
  }

  static String bounded(String what, String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          what + " has " + text.length() + " characters, at most " + longest + " are allowed");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " contains a control character");
    }
    if (text.codePoints().anyMatch(Text::isHalfAPair)) {
      throw new IllegalArgumentException(what + " contains half a surrogate pair");
    }
    return text;
  }

  private static boolean isHalfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}

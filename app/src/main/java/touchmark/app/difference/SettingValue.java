package touchmark.app.difference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The value of a setting as slicers write it: the same number, list or text may be written in
/// several ways.
final class SettingValue {
  private static final int LONGEST = 60;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})");

  private SettingValue() {}

  /// Whether two values say the same: numbers by value, lists with either separator, texts without
  /// the quotes around and with either way to write a line break.
  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    List<String> left = parts(plain(one));
    List<String> right = parts(plain(other));
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!samePart(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// What differs, as a sentence: the values, or of longer texts the first line that differs.
  static String difference(String key, String one, String other) {
    List<String> left = plain(one).lines().toList();
    List<String> right = plain(other).lines().toList();
    if (left.size() <= 1 && right.size() <= 1) {
      return key + ": " + shown(one) + ", now " + shown(other);
    }
    int at = 0;
    while (at < Math.min(left.size(), right.size())
        && left.get(at).strip().equals(right.get(at).strip())) {
      at++;
    }
    return key + ", line " + (at + 1) + ": " + line(left, at) + ", now " + line(right, at);
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? shown(lines.get(at)) : "nothing";
  }

  /// A value on one line.
  static String shown(String value) {
    String oneLine = value.strip().replaceAll("\\s*\\R\\s*", " / ");
    if (oneLine.isEmpty()) {
      return "empty";
    }
    return oneLine.length() > LONGEST ? oneLine.substring(0, LONGEST) + "..." : oneLine;
  }

  private static String plain(String value) {
    String text = value.strip().replace("\\n", "\n").replace("\r\n", "\n");
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return (quoted ? text.substring(1, text.length() - 1) : text).strip();
  }

  private static List<String> parts(String text) {
    return text.indexOf('\n') >= 0 ? List.of(text) : List.of(text.split("[,;]", -1));
  }

  private static boolean samePart(String one, String other) {
    String left = plain(one);
    String right = plain(other);
    Optional<BigDecimal> number = number(left);
    Optional<BigDecimal> otherNumber = number(right);
    return (number.isPresent() && otherNumber.isPresent())
        ? number.get().compareTo(otherNumber.get()) == 0
        : left.equals(right);
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }
}

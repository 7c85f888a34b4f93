package touchmark.app.format.gcode;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the slicer says of itself and its settings. Bounded: the first of each key counts, and no
/// more than [#MOST_SETTINGS] keys of at most [#MOST_TEXT] characters together are kept.
final class SliceComments {
  static final int MOST_SETTINGS = 10_000;
  static final int MOST_TEXT = 4 * 1024 * 1024;
  private static final int LONGEST_KEY = 80;

  private static final Pattern GENERATOR =
      Pattern.compile(
          "(?:(?:G-Code )?generated (?:by|with) |sliced by |made using )"
              + "(.{1,120}?)(?: on \\d{4}-\\d\\d-\\d\\d.*| - http.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED_GENERATOR =
      Pattern.compile("(?:BambuStudio|OrcaSlicer|KISSlicer|Slic3r)\\b.{0,100}");

  private Optional<String> generator = Optional.empty();
  private Optional<Duration> time = Optional.empty();
  private final Map<String, String> settings = new LinkedHashMap<>();

  /// Settings that go on over several lines.
  private final Map<String, StringBuilder> continued = new HashMap<>();

  private int textLength;

  /// Reads a comment line.
  ///
  /// @param raw without the semicolon, blanks kept
  /// @param header whether nothing was printed yet
  void comment(String raw, boolean header) {
    String text = raw.strip();
    if (text.isEmpty()) {
      return;
    }
    if (generator.isEmpty()) {
      generator = generator(text);
    }
    if (time.isEmpty()) {
      time = PrintTime.find(text);
    }
    if (text.startsWith("SETTING_3 ")) {
      // Cura cuts one JSON text into lines of 80 characters
      append("SETTING_3", text.substring("SETTING_3 ".length()));
    } else {
      setting(raw, text, header);
    }
  }

  private static Optional<String> generator(String text) {
    Matcher stated = GENERATOR.matcher(text);
    if (stated.matches()) {
      return Optional.of(stated.group(1).strip());
    }
    return NAMED_GENERATOR.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  /// `key = value` anywhere; Simplify3D's indented `key,value` and `key: value` anywhere; `key:
  /// value` of the others in the header only, because they use it for marks later.
  private void setting(String raw, String text, boolean header) {
    int equals = text.indexOf('=');
    if (equals > 0 && isKey(text, equals)) {
      put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      return;
    }
    boolean indented = raw.startsWith("   ");
    int colon = text.indexOf(':');
    if ((header || indented) && colon > 0 && isKey(text, colon)) {
      put(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
      return;
    }
    int comma = text.indexOf(',');
    if (indented && comma > 0 && isKey(text, comma)) {
      put(text.substring(0, comma).strip(), text.substring(comma + 1).strip());
    }
  }

  private static boolean isKey(String text, int end) {
    if (end > LONGEST_KEY || !Character.isLetter(text.charAt(0))) {
      return false;
    }
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      if (!Character.isLetterOrDigit(c) && " _-.%()[]/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private void put(String key, String value) {
    if (settings.size() < MOST_SETTINGS
        && textLength + key.length() + value.length() <= MOST_TEXT
        && settings.putIfAbsent(key, value) == null) {
      textLength += key.length() + value.length();
    }
  }

  private void append(String key, String more) {
    if (!settings.containsKey(key)) {
      put(key, more);
    } else if (textLength + more.length() <= MOST_TEXT) {
      continued
          .computeIfAbsent(key, each -> new StringBuilder(settings.getOrDefault(each, "")))
          .append(more);
      textLength += more.length();
    }
  }

  Optional<String> generator() {
    return generator;
  }

  Optional<Duration> time() {
    return time;
  }

  Map<String, String> settings() {
    continued.forEach((key, text) -> settings.put(key, text.toString()));
    return settings;
  }
}

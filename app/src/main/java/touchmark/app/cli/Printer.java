package touchmark.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.Locale;

/// Prints results: text for people, or one JSON document.
///
/// Names of files may hold anything; what would steer the terminal, begin another line or turn the
/// direction of reading never reaches it.
final class Printer {
  private final PrintStream out;
  private final boolean json;

  Printer(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  boolean json() {
    return json;
  }

  /// Prints a line for people; nothing when JSON is asked for.
  void line(String text) {
    if (!json) {
      out.print(visible(text) + "\n");
    }
  }

  /// Prints rows for people; nothing when JSON is asked for.
  void rows(Rows rows) {
    rows.lines().forEach(this::line);
  }

  /// Prints the JSON document; nothing when text is asked for.
  void document(Object value) {
    if (json) {
      try {
        out.println(
            new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(value));
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isISOControl(point)) {
                shown.append(String.format(Locale.ROOT, "\\x%02x", point));
              } else if (turnsDirection(point)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  /// Marks, embeddings, overrides and isolates of the bidirectional algorithm [UAX 9, 2], and the
  /// separators of lines and paragraphs.
  private static boolean turnsDirection(int point) {
    return (point >= 0x2028 && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0x200e
        || point == 0x200f
        || point == 0x061c;
  }
}

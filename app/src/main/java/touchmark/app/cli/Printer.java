package touchmark.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.Locale;

/// Prints results: text for people, or one JSON document.
///
/// Names of files may hold anything; control characters in them never reach the terminal.
final class Printer {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintStream out;
  private final boolean json;

  Printer(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  boolean json() {
    return json;
  }

  /// Prints text for people; nothing when JSON is asked for.
  void text(Object text) {
    if (!json) {
      out.print(visible(text.toString()));
    }
  }

  void line(String text) {
    text(text + "\n");
  }

  /// Prints the JSON document; nothing when text is asked for.
  void document(Object value) {
    if (json) {
      try {
        out.println(JSON.writeValueAsString(value));
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
              if (Character.isISOControl(point) && point != '\n') {
                shown.append(String.format(Locale.ROOT, "\\x%02x", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }
}

package touchmark.app.format.ini;

import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.settings.SettingsDraft;
import touchmark.app.settings.Settings;

/// Lines of keys and values. `#` or `;` at the beginning makes a comment; a line that begins with a
/// blank goes on with the value before it, as Cura and Klipper write their G-code.
public final class IniText {
  private static final int LONGEST_KEY = 200;

  private final Path file;
  private final SettingsDraft draft;
  private String key = "";
  private int line;

  /// The value of a key that goes on over lines, while it does.
  private final StringBuilder value = new StringBuilder();

  private IniText(Path file) {
    this.file = file;
    this.draft = new SettingsDraft(file);
  }

  /// Reads a whole text.
  ///
  /// @param file for messages
  public static Settings read(Path file, String text) throws FormatException {
    return new IniText(file).settings(text);
  }

  /// Reads a text in which every setting stands behind a comment mark, as PrusaSlicer keeps its
  /// settings in a 3MF; lines of another form are passed over.
  public static Settings readCommented(Path file, String text) throws FormatException {
    IniText ini = new IniText(file);
    for (String each : (Iterable<String>) text.lines()::iterator) {
      int equals = each.indexOf('=');
      if (each.startsWith(";") && equals > 0) {
        ini.draft.put(each.substring(1, equals).strip(), each.substring(equals + 1).strip());
      }
    }
    return ini.draft.settings(Optional.empty(), Optional.empty());
  }

  private Settings settings(String text) throws FormatException {
    for (String each : (Iterable<String>) text.lines()::iterator) {
      line++;
      read(each);
    }
    finish();
    boolean cura = draft.hasGroup("general");
    return draft.settings(
        draft.value("general", "name").or(() -> draft.value("vendor", "name")),
        cura ? draft.value("general", "definition") : draft.value("", "inherits"));
  }

  private void read(String text) throws FormatException {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return;
    }
    boolean indented = Character.isWhitespace(text.charAt(0));
    if (indented && !key.isEmpty()) {
      value.append('\n').append(stripped);
    } else if (stripped.startsWith("#") || stripped.startsWith(";")) {
      finish();
    } else if (stripped.startsWith("[")) {
      finish();
      section(stripped);
    } else {
      finish();
      setting(stripped);
    }
  }

  private void section(String text) throws FormatException {
    int end = text.lastIndexOf(']');
    if (end < 0) {
      throw problem("']' after the name of a section", text);
    }
    draft.group(text.substring(1, end).strip());
  }

  private void setting(String text) throws FormatException {
    int equals = text.indexOf('=');
    int colon = text.indexOf(':');
    int separator = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    if (separator <= 0 || separator > LONGEST_KEY) {
      throw problem("\"key = value\"", text);
    }
    key = text.substring(0, separator).strip();
    value.append(text.substring(separator + 1).strip());
  }

  private void finish() throws FormatException {
    if (!key.isEmpty()) {
      draft.put(key, value.toString());
      key = "";
      value.setLength(0);
    }
  }

  private FormatException problem(String expected, String found) {
    int longest = 40;
    String shown = found.length() > longest ? found.substring(0, longest) + "..." : found;
    return new FormatException(
        file, "line " + line, expected, "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"");
  }
}

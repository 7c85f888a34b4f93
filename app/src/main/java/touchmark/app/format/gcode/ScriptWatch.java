package touchmark.app.format.gcode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchmark.app.format.EmbeddedScript;

/// Keeps the scripts and far-reaching commands of a file: each text once, where it stands first.
final class ScriptWatch {
  private static final int MOST = 256;
  private static final int LONGEST = 2000;

  private final Map<String, EmbeddedScript> scripts = new LinkedHashMap<>();

  /// A command line, without comment and line number.
  void command(String command, int line) {
    if (GcodeCommands.writesSettings(command) || GcodeCommands.runsSomething(command)) {
      keep(command, "line " + line);
    }
  }

  /// A comment line that a host program obeys, or that names scripts which changed the file.
  ///
  /// @param comment without the semicolon and outer blanks
  void comment(String comment, String where) {
    if (comment.startsWith("@") || comment.startsWith("POSTPROCESSED")) {
      keep(comment, where);
    } else if (comment.startsWith("post_process")) {
      int equals = comment.indexOf('=');
      String value = equals < 0 ? "" : comment.substring(equals + 1).strip();
      if (!value.isEmpty() && !value.equals("\"\"") && !value.equals("[]")) {
        keep(comment, where);
      }
    }
  }

  private void keep(String text, String where) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (scripts.size() < MOST) {
      scripts.putIfAbsent(shown, new EmbeddedScript(where, shown));
    }
  }

  List<EmbeddedScript> scripts() {
    return List.copyOf(scripts.values());
  }
}

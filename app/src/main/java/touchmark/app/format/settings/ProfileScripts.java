package touchmark.app.format.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.gcode.GcodeCommands;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;

/// Looks in settings for what would run: commands that a slicer runs on the sliced file, and, in
/// the G-code that it would put into it, commands that run something or write the printer's
/// settings.
public final class ProfileScripts {
  private static final int MOST = 256;
  private static final int LONGEST = 2_000;

  /// PrusaSlicer, OrcaSlicer and Bambu Studio; Cura.
  private static final Set<String> COMMANDS =
      Set.of("post_process", "post_processing_scripts", "post_processing_script");

  /// Nothing but brackets, quotes and separators.
  private static final Pattern NOTHING = Pattern.compile("[\\s\\[\\]\",;]*");

  private ProfileScripts() {}

  /// What is found, where a group and a key say it is.
  public static List<EmbeddedScript> find(Settings settings) {
    List<EmbeddedScript> found = new ArrayList<>();
    for (SettingsGroup group : settings.groups()) {
      for (Map.Entry<String, String> setting : group.values().entrySet()) {
        String where = group.name().isEmpty() ? "" : "[" + group.name() + "] ";
        find(where + setting.getKey(), setting.getKey(), setting.getValue(), found);
      }
    }
    return found;
  }

  private static void find(String where, String key, String value, List<EmbeddedScript> found) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (COMMANDS.contains(lower) && !NOTHING.matcher(value).matches()) {
      keep(where, value, found);
    } else if (lower.contains("gcode")) {
      for (String line : value.replace("\\n", "\n").split("\n", -1)) {
        String command = line.strip();
        if (GcodeCommands.writesSettings(command) || GcodeCommands.runsSomething(command)) {
          keep(where, command, found);
        }
      }
    }
  }

  private static void keep(String where, String text, List<EmbeddedScript> found) {
    if (found.size() < MOST) {
      found.add(new EmbeddedScript(where, text.substring(0, Math.min(text.length(), LONGEST))));
    }
  }
}

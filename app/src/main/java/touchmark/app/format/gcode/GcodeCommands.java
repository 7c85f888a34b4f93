package touchmark.app.format.gcode;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells commands that do more than print: they write the printer's own settings, or make the host
/// or the firmware run something.
public final class GcodeCommands {
  /// Steps, home and probe offsets, control loops, end stops, cold extrusion; save and factory
  /// reset [Marlin, RepRapFirmware command lists].
  private static final Set<Integer> SETTINGS =
      Set.of(92, 206, 211, 301, 302, 304, 428, 500, 502, 504, 665, 666, 851);

  /// Write, delete and run files on the printer, run macros, log, update the firmware, change the
  /// network [Marlin, RepRapFirmware command lists].
  private static final Set<Integer> SCRIPTS =
      Set.of(
          28, 32, 98, 470, 471, 505, 550, 551, 552, 553, 554, 559, 560, 586, 587, 588, 589, 928,
          997);

  private static final int COLD_LIMIT = 302;

  /// Extrusion allowed from 150 degrees on at the lowest, as some slicers' starts have it until the
  /// printer is switched off.
  private static final Pattern WARM_LIMIT =
      Pattern.compile(
          "M302\\s*S(?:1[5-9]\\d|[2-9]\\d\\d)(?:\\.\\d{1,9})?", Pattern.CASE_INSENSITIVE);

  private GcodeCommands() {}

  /// Whether a line changes the printer's stored or safety settings.
  ///
  /// @param line as in the file, without a line number
  public static boolean writesSettings(String line) {
    int code = mCode(line);
    boolean harmless = code == COLD_LIMIT && WARM_LIMIT.matcher(line).matches();
    return (SETTINGS.contains(code) && !harmless) || named(line, "SAVE_CONFIG");
  }

  /// Whether a line makes the host or the firmware run, write or delete something.
  public static boolean runsSomething(String line) {
    int code = mCode(line);
    boolean hasArgument = line.strip().indexOf(' ') > 0;
    return SCRIPTS.contains(code)
        || (code == 30 && hasArgument)
        || (code == 118 && line.contains("//action"))
        || line.startsWith("@")
        || named(line, "OCTO")
        || named(line, "RUN_SHELL_COMMAND")
        || named(line, "SDCARD_PRINT_FILE")
        || named(line, "SET_GCODE_VARIABLE")
        || line.contains("{%")
        || named(line, "ECHO >");
  }

  /// Whether a command is worth a look by the two questions above.
  static boolean isWatched(int mCode) {
    return SETTINGS.contains(mCode) || SCRIPTS.contains(mCode) || mCode == 30 || mCode == 118;
  }

  private static boolean named(String line, String name) {
    return line.length() >= name.length()
        && line.substring(0, name.length()).toUpperCase(Locale.ROOT).equals(name);
  }

  /// The number after M; -1 when the line is another command.
  private static int mCode(String line) {
    if (line.length() < 2 || (line.charAt(0) != 'M' && line.charAt(0) != 'm')) {
      return -1;
    }
    int code = 0;
    int at = 1;
    for (; at < line.length() && at < 6 && Character.isDigit(line.charAt(at)); at++) {
      code = code * 10 + Character.digit(line.charAt(at), 10);
    }
    return at == 1 ? -1 : code;
  }
}

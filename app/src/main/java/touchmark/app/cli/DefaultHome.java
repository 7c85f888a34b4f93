package touchmark.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// The platform's place for application data.
public final class DefaultHome {
  private DefaultHome() {}

  /// `%APPDATA%\Touchmark`, `~/Library/Application Support/Touchmark`, or
  /// `$XDG_DATA_HOME/touchmark`.
  public static Path of(Properties system, Map<String, String> environment) {
    Path user = Path.of(system.getProperty("user.home"));
    String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String roaming = environment.get("APPDATA");
      return roaming == null
          ? user.resolve("AppData/Roaming/Touchmark")
          : Path.of(roaming, "Touchmark");
    }
    if (os.startsWith("mac")) {
      return user.resolve("Library/Application Support/Touchmark");
    }
    String data = environment.get("XDG_DATA_HOME");
    return data == null || data.isBlank()
        ? user.resolve(".local/share/touchmark")
        : Path.of(data, "touchmark");
  }
}

package touchmark.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this station's home is: as given, as the environment says, or the platform's place for
/// application data.
public final class HomeDirectory {
  /// The variable that names a home.
  public static final String VARIABLE = "TOUCHMARK_HOME";

  private final Map<String, String> environment;
  private final String system;
  private final Path userHome;

  /// @param system the name of the operating system
  public HomeDirectory(Map<String, String> environment, String system, Path userHome) {
    this.environment = Map.copyOf(environment);
    this.system = system.toLowerCase(Locale.ROOT);
    this.userHome = userHome;
  }

  /// With this machine's environment.
  public static HomeDirectory ofThisMachine() {
    return of(System.getenv());
  }

  /// With another environment on this machine.
  public static HomeDirectory of(Map<String, String> environment) {
    return new HomeDirectory(
        environment,
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")));
  }

  /// @param given on the command line
  public Path find(Optional<Path> given) {
    return given.or(() -> variable(VARIABLE)).orElseGet(this::platform).toAbsolutePath();
  }

  private Path platform() {
    if (system.startsWith("windows")) {
      return variable("APPDATA")
          .orElseGet(() -> userHome.resolve("AppData").resolve("Roaming"))
          .resolve("Touchmark");
    }
    if (system.startsWith("mac")) {
      return userHome.resolve("Library").resolve("Application Support").resolve("Touchmark");
    }
    return variable("XDG_DATA_HOME")
        .orElseGet(() -> userHome.resolve(".local").resolve("share"))
        .resolve("touchmark");
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of);
  }
}

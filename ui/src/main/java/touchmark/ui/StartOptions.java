package touchmark.ui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the command line asks of the workstation: `[--home DIR] [--measure window|picture]
/// [FILE...]`.
///
/// @param home the directory to use instead of the usual one
/// @param measured for benchmarks: the window closes as soon as this is on the screen
/// @param files to look at once the home is open
record StartOptions(Optional<Path> home, Measured measured, List<Path> files) {
  /// What a benchmark waits for.
  enum Measured {
    /// Nothing: the window stays.
    NOTHING,
    /// The workbench.
    WINDOW,
    /// The first picture.
    PICTURE
  }

  StartOptions {
    files = List.copyOf(files);
  }

  /// Reads the arguments.
  ///
  /// @throws IllegalArgumentException with a sentence, if they cannot be understood
  static StartOptions parse(List<String> arguments) {
    Optional<Path> home = Optional.empty();
    Measured measured = Measured.NOTHING;
    List<Path> files = new ArrayList<>();
    boolean onlyFiles = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (onlyFiles || !argument.startsWith("--")) {
        files.add(path(argument));
      } else if (argument.equals("--")) {
        onlyFiles = true;
      } else if (argument.equals("--home") && rest.hasNext()) {
        home = Optional.of(path(rest.next()));
      } else if (argument.startsWith("--home=")) {
        home = Optional.of(path(argument.substring("--home=".length())));
      } else if (argument.equals("--measure") && rest.hasNext()) {
        measured = measured(rest.next());
      } else {
        throw new IllegalArgumentException(
            "'" + argument + "' is not understood; expected: [--home DIR] [FILE...]");
      }
    }
    return new StartOptions(home, measured, files);
  }

  private static Measured measured(String text) {
    return switch (text) {
      case "window" -> Measured.WINDOW;
      case "picture" -> Measured.PICTURE;
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' cannot be measured; expected: --measure window|picture");
    };
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is no path: " + e.getReason(), e);
    }
  }
}

package touchmark.ui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the command line asks of the workstation: `[--home DIR] [FILE...]`.
///
/// @param home the directory to use instead of the usual one
/// @param files to look at once the home is open
record StartOptions(Optional<Path> home, List<Path> files) {
  StartOptions {
    files = List.copyOf(files);
  }

  /// Reads the arguments.
  ///
  /// @throws IllegalArgumentException with a sentence, if they cannot be understood
  static StartOptions parse(List<String> arguments) {
    Optional<Path> home = Optional.empty();
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
      } else {
        throw new IllegalArgumentException(
            "'" + argument + "' is not understood; expected: [--home DIR] [FILE...]");
      }
    }
    return new StartOptions(home, files);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is no path: " + e.getReason(), e);
    }
  }
}

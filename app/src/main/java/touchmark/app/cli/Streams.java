package touchmark.app.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// What a command may touch of the process around it.
///
/// @param terminal whether a person sits at a terminal, so that progress may be drawn
record Streams(
    PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
  static Streams ofProcess() {
    return new Streams(System.out, System.err, System.getenv(), onTerminal());
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}

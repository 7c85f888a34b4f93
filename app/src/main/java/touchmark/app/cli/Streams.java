package touchmark.app.cli;

import java.io.PrintStream;
import java.util.Map;

/// What a command may touch of the process around it.
///
/// @param terminal whether stderr is a terminal, so that progress may be drawn
record Streams(
    PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
  static Streams ofProcess() {
    return new Streams(System.out, System.err, System.getenv(), onTerminal());
  }

  private static boolean onTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }
}

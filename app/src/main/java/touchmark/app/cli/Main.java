package touchmark.app.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// The `touchmark` command.
public final class Main {
  private Main() {}

  /// Runs the command of the process and ends with its exit code.
  public static void main(String[] args) {
    Streams process = Streams.ofProcess();
    PrintStream out = new PrintStream(process.out(), false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(process.err(), true, StandardCharsets.UTF_8);
    int code = guarded(new Streams(out, err, process.environment(), process.terminal()), args);
    out.flush();
    System.exit(code);
  }

  /// What the JVM itself gives up on must not end in its exit code 1, which means CAUTION.
  private static int guarded(Streams streams, String... args) {
    try {
      return run(streams, args);
    } catch (OutOfMemoryError tooMuch) {
      streams.err().println("This needs more memory than there is: " + tooMuch.getMessage() + ".");
      return ExitCode.INTERNAL.number();
    } catch (StackOverflowError tooDeep) {
      streams.err().println("Something in it is nested too deeply for Touchmark to read.");
      return ExitCode.INTERNAL.number();
    }
  }

  /// Runs one command; prints and reads only through `streams`.
  ///
  /// @return the exit code
  static int run(Streams streams, String... args) {
    System.setProperty("touchmark.log.level", "OFF");
    TouchmarkCommand root = new TouchmarkCommand(streams);
    CommandLine line = Commands.of(root);
    line.setOut(new java.io.PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((failure, command, parsed) -> root.report(failure));
    line.setParameterExceptionHandler(
        (wrong, arguments) -> {
          streams.err().println(wrong.getMessage());
          streams
              .err()
              .println(
                  "Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
          return ExitCode.USAGE.number();
        });
    return line.execute(args);
  }
}

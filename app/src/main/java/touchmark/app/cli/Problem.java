package touchmark.app.cli;

/// Ends a command with an exit code and one sentence for people.
final class Problem extends Exception {
  private static final long serialVersionUID = 1;
  private final ExitCode code;

  Problem(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  Problem(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}

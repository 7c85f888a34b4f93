package touchmark.app;

/// A home cannot be made or opened: wrong password, damaged, held by another process.
public class HomeException extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /// Why, for programs.
  public enum Reason {
    WRONG_PASSWORD,
    NO_HOME,
    HELD_BY_ANOTHER,
    DISK,
    USAGE
  }

  public HomeException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public HomeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

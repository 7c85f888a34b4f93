package touchmark.app;

/// A home cannot be made or opened: wrong password, damaged, held by another process.
public class HomeException extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /// Why, for programs.
  public enum Reason {
    /// The password does not open the key store.
    WRONG_PASSWORD,
    /// The directory is no home.
    NO_HOME,
    /// Another process, or another part of this one, uses the home.
    HELD_BY_ANOTHER,
    /// Files cannot be read or written, or are damaged.
    DISK,
    /// It cannot be done so; the message says why.
    USAGE
  }

  /// With a sentence for people and what caused it.
  public HomeException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// With a sentence for people.
  public HomeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// Why, for programs.
  public Reason reason() {
    return reason;
  }
}

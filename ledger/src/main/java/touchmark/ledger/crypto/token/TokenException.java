package touchmark.ledger.crypto.token;

/// A token cannot be reached, opened or used. The message is one sentence.
public final class TokenException extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /// Why, for programs.
  public enum Reason {
    /// There is no such library, token or key, or the token was removed.
    MISSING,
    /// The PIN is wrong or locked.
    WRONG_PIN,
    /// The token or its library fails.
    FAILED
  }

  public TokenException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public TokenException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why, for programs.
  public Reason reason() {
    return reason;
  }
}

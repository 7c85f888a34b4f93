package touchmark.ledger.crypto;

/// A private key is needed that cannot be used now: its token was removed, its PIN is wrong, or it
/// is kept offline. Unchecked, since it comes up wherever something is signed; each front door says
/// its one sentence.
public final class KeyUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /// Why, for programs.
  public enum Reason {
    /// A PIN or password is wrong, missing or locked, or the key is kept offline.
    LOCKED,
    /// The token or its library is not there, or fails.
    MISSING
  }

  /// @param message one sentence without its full stop
  public KeyUnavailableException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// @param message one sentence without its full stop
  public KeyUnavailableException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why, for programs.
  public Reason reason() {
    return reason;
  }
}

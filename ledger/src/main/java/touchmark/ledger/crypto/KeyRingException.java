package touchmark.ledger.crypto;

/// A key store cannot be opened or written.
public class KeyRingException extends Exception {
  private static final long serialVersionUID = 1;
  private final boolean wrongPassword;

  /// @param wrongPassword whether the password is what is wrong
  public KeyRingException(String message, boolean wrongPassword, Throwable cause) {
    super(message, cause);
    this.wrongPassword = wrongPassword;
  }

  /// Whether the password is what is wrong.
  public boolean wrongPassword() {
    return wrongPassword;
  }
}

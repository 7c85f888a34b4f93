package touchmark.ledger.crypto;

/// A key store cannot be opened or written, or a wrapped key cannot be read.
public class KeyRingException extends Exception {
  private static final long serialVersionUID = 1;
  private final boolean wrongPassword;

  /// @param message one sentence, naming the file
  public KeyRingException(String message) {
    super(message);
    this.wrongPassword = false;
  }

  /// @param message one sentence, naming the file
  public KeyRingException(String message, Throwable cause) {
    this(message, false, cause);
  }

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

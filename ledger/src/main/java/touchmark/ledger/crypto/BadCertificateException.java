package touchmark.ledger.crypto;

/// A certificate that may not be used for this, now, or at all. The message is one sentence.
public final class BadCertificateException extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message names the certificate, what was expected and what was found
  public BadCertificateException(String message) {
    super(message);
  }

  /// @param message names the certificate, what was expected and what was found
  public BadCertificateException(String message, Throwable cause) {
    super(message, cause);
  }
}

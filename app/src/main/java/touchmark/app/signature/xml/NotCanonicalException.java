package touchmark.app.signature.xml;

/// A part of a document has no canonical form.
public final class NotCanonicalException extends Exception {
  private static final long serialVersionUID = 1;

  NotCanonicalException(String message, Throwable cause) {
    super(message, cause);
  }
}

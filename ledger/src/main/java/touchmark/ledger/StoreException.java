package touchmark.ledger;

/// The ledger's files cannot be read or written: says which file, which byte, what was expected and
/// found, and what to do.
public class StoreException extends Exception {
  private static final long serialVersionUID = 1;

  /// With a sentence for people.
  public StoreException(String message) {
    super(message);
  }

  /// With a sentence for people and what caused it.
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

package touchmark.ledger.store;

import touchmark.ledger.StoreException;

/// The index cannot be used; [ChainIndex#clear] begins it anew, and the segments fill it again.
public final class IndexException extends StoreException {
  private static final long serialVersionUID = 1;

  /// With a sentence for people and what caused it.
  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}

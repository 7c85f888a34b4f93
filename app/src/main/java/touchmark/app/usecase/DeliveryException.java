package touchmark.app.usecase;

import java.io.IOException;
import touchmark.ledger.model.Recorded;

/// A send is recorded, but its package could not be written. [ShareDesign#deliver] writes it again.
public final class DeliveryException extends IOException {
  private static final long serialVersionUID = 1;
  private final transient Recorded send;

  DeliveryException(String message, Recorded send, IOException cause) {
    super(message, cause);
    this.send = send;
  }

  /// The send that stands.
  public Recorded send() {
    return send;
  }
}

package touchmark.app.usecase;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import touchmark.ledger.model.Recorded;

/// A send is recorded, but its package was not written: it could not be, or that was cancelled.
/// [ShareDesign#deliver] writes it again.
public final class DeliveryException extends IOException {
  private static final long serialVersionUID = 1;
  private final transient Recorded send;

  public DeliveryException(String message, Recorded send, Exception cause) {
    super(message, cause);
    this.send = send;
  }

  /// Whether somebody cancelled the delivery.
  public boolean cancelled() {
    return getCause() instanceof CancellationException;
  }

  /// The send that stands.
  public Recorded send() {
    return send;
  }
}

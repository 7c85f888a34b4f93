package touchmark.ledger;

import java.util.List;
import touchmark.ledger.model.Recorded;

/// What a party may do with an asset, and the transactions that say so.
///
/// @param because the claim, transfers and sends along the way to this party, oldest first
public record Rights(Level level, List<Recorded> because) {
  public Rights {
    because = List.copyOf(because);
  }

  /// Rights only add up.
  public enum Level {
    /// No claim names these bytes.
    NOT_REGISTERED,
    /// Registered, but this party was never named.
    NONE,
    /// Received; may not send on.
    HOLDER,
    /// Received with the right to send on.
    MAY_FORWARD,
    /// Claimed it, or was handed ownership, and still owns it.
    OWNER
  }
}

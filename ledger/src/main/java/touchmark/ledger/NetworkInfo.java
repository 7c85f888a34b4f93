package touchmark.ledger;

import touchmark.ledger.model.NetworkId;

/// The network that a ledger belongs to.
public record NetworkInfo(NetworkId id, String name, Mode mode) {
  /// How its members agree on blocks.
  public enum Mode {
    /// One validator, this workstation; proves nothing to others.
    SOLO,
    /// Validators seal in turn; the longest valid chain counts, finality above it.
    LONGEST_CHAIN,
    /// An ordering engine among the validators; no forks.
    ORDERED
  }
}

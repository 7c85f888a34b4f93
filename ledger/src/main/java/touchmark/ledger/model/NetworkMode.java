package touchmark.ledger.model;

/// How the members of a network agree on blocks; stands in its [Genesis].
public enum NetworkMode {
  /// One validator, this workstation; proves nothing to others.
  SOLO,
  /// Validators seal in turn; the longest valid chain counts, finality above it.
  LONGEST_CHAIN,
  /// An ordering engine among the validators; no forks.
  ORDERED
}

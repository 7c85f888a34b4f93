package touchmark.ledger.model;

/// A key of long sorted maps, most of which differ in their first bytes.
public interface Prefixed {
  /// The first eight bytes of what it is sorted by, as one unsigned number: the key with the lower
  /// one is the lower key.
  long prefix();
}

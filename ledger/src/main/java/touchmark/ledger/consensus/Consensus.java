package touchmark.ledger.consensus;

import java.util.List;
import touchmark.ledger.Outcome;
import touchmark.ledger.StoreException;

/// How the members of a network agree on the next block, chosen by its genesis. Safe for use by any
/// thread.
public interface Consensus extends AutoCloseable {
  /// Hands transactions over, and waits until each stands in a block on this disk or is refused.
  ///
  /// @return an outcome for each, in the same order
  /// @throws StoreException if this station cannot record now: why
  List<Outcome> propose(List<Proposal> proposals) throws StoreException;

  /// Whether this process may add blocks.
  boolean maySeal();

  /// Whether no fork can take the block of this height back any more.
  boolean isFinal(long height);

  /// The height of the newest final block, given that of the newest; -1 where there is none.
  long finalHeight(long height);

  /// Ends its own work; the chain stays open.
  @Override
  void close();
}

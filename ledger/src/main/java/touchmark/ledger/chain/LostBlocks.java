package touchmark.ledger.chain;

import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.store.ChainIndex;

/// Blocks that the index knows and the segments lack. A block is on the disk before the index hears
/// of it, so they were there once: whole records were cut off the end, or an older copy of the
/// segments was put in their place. Segments alone cannot tell.
public final class LostBlocks {
  private LostBlocks() {}

  /// What is lost behind the end of the intact part, as far as an index of this very chain knows.
  ///
  /// @param height of the newest intact block; -1 where there is none
  /// @param end that block
  public static Optional<String> behind(
      long height, Optional<ChainIndex.Entry> end, ChainIndex index) throws StoreException {
    Optional<Long> newest = index.newest().map(ChainIndex.Entry::height);
    boolean further = newest.filter(indexed -> indexed > height).isPresent();
    return further && (end.isEmpty() || index.at(height).equals(end))
        ? Optional.of(sentence(height, newest.get()))
        : Optional.empty();
  }

  static String sentence(long height, long indexed) {
    return "The segments end with block %d, and the index knows block %d: the blocks behind %d were lost. Bring the segments back from a backup, or import an export; if they are lost for good, delete the folder 'index', and the chain goes on without them."
        .formatted(height, indexed, height);
  }
}

package touchmark.ledger.chain;

import java.util.Optional;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Position;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.state.State;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordSource;

/// Folds the state of blocks that were verified before and judges none of them.
final class Folding {
  private Folding() {}

  /// Where the chain stands after the block of a height.
  ///
  /// @throws StoreException if the bytes are none that were ever verified
  static Tip upTo(long height, RecordSource records, Progress progress) throws StoreException {
    Tip tip = GenesisRecord.begin(records);
    Limits limits = tip.state().genesis().limits();
    try (ReadAhead<BlockReading> ahead =
        new ReadAhead<>(records.scan(), record -> BlockReading.of(record.bytes(), limits))) {
      ahead.next(); // the genesis
      while (tip.height() < height) {
        ReadAhead.Next<BlockReading> next = ahead.next();
        if (!(next.found() instanceof Found.Intact)
            || !(next.made().orElseThrow() instanceof BlockReading.Parsed readable)) {
          throw never(tip.height() + 1);
        }
        tip = after(tip, readable);
        progress.reached(tip.height(), 0);
      }
    }
    return tip;
  }

  private static Tip after(Tip before, BlockReading.Parsed reading) throws StoreException {
    BlockHeader header = reading.block().header();
    State state = before.state().entering(header.height());
    Frontier tree = before.tree();
    for (int i = 0; i < reading.items().size(); i++) {
      if (!(reading.items().get(i) instanceof BlockReading.Readied readied)) {
        throw never(header.height());
      }
      try {
        state =
            state.after(
                readied.transaction(), new Position(header.height(), i), header.timestamp());
      } catch (IllegalStateException e) {
        throw new StoreException(sentence(header.height()), e);
      }
      tree = tree.append(readied.leaf());
    }
    return new Tip(state, tree, Optional.of(header), reading.block().hash());
  }

  private static StoreException never(long height) {
    return new StoreException(sentence(height));
  }

  private static String sentence(long height) {
    return "Block %d is none that was ever verified; verify the whole chain.".formatted(height);
  }
}

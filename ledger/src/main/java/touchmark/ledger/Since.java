package touchmark.ledger;

import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;

/// Up to where a chain was verified before. Below it hashes and roots alone show that genesis,
/// headers, statements and signatures are the same bytes; above it everything is verified. The
/// seals below are in no hash, and are not looked at. Whoever names one vouches for it.
public sealed interface Since {
  /// A block that was verified, and all before it.
  record Block(long height, BlockHash hash) implements Since {
    public Block {
      if (height < 0) {
        throw new IllegalArgumentException("a block's height is not " + height);
      }
    }
  }

  /// A tree over all transactions that was verified, as a checkpoint or a receipt names it. The
  /// block that ends it is verified in full, since the tree says nothing of headers.
  ///
  /// @param size transactions; the last of them ends a block
  record Tree(long size, Digest root) implements Since {
    public Tree {
      if (size < 1) {
        throw new IllegalArgumentException("a tree of " + size + " transactions shows nothing");
      }
    }
  }
}

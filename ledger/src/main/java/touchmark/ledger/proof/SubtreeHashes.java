package touchmark.ledger.proof;

import touchmark.ledger.model.Digest;

/// Where proofs get the hashes of complete subtrees from. A store that keeps the upper ones makes
/// proofs of large trees cheap; [#ofLeaves] computes them all.
@FunctionalInterface
public interface SubtreeHashes {
  /// The hash of the subtree over the leaves `index * 2^level` to `(index + 1) * 2^level - 1`.
  Digest at(int level, long index);

  /// The hashes of leaves, by their place in the tree.
  @FunctionalInterface
  interface LeafHashes {
    /// See [MerkleHash#leaf].
    Digest at(long index);
  }

  /// Hashes that are computed from the leaves each time they are asked for.
  static SubtreeHashes ofLeaves(LeafHashes leaves) {
    return new SubtreeHashes() {
      @Override
      public Digest at(int level, long index) {
        return level == 0
            ? leaves.at(index)
            : MerkleHash.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
      }
    };
  }
}

package touchmark.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.model.Digest;

/// Makes proofs about a Merkle tree [RFC 9162 2.1.3.1, 2.1.4.1].
public final class MerkleProofs {
  private final SubtreeHashes hashes;

  /// @param hashes of a tree at least as large as every size that is asked for
  public MerkleProofs(SubtreeHashes hashes) {
    this.hashes = hashes;
  }

  /// The root of the tree's first leaves.
  public Digest root(long size) {
    return size == 0 ? MerkleHash.EMPTY_ROOT : hash(0, size);
  }

  /// Proves that a leaf stands at its place among the tree's first leaves.
  ///
  /// @throws IllegalArgumentException if the place is outside
  public InclusionProof inclusion(long leafIndex, long treeSize) {
    if (leafIndex < 0 || leafIndex >= treeSize) {
      throw new IllegalArgumentException(
          "leaf %d lies outside a tree of %d".formatted(leafIndex, treeSize));
    }
    List<Digest> fromRoot = new ArrayList<>();
    long from = 0;
    long to = treeSize;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (leafIndex < middle) {
        fromRoot.add(hash(middle, to));
        to = middle;
      } else {
        fromRoot.add(hash(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(leafIndex, treeSize, fromRoot.reversed());
  }

  /// Proves that the larger tree begins with the smaller one.
  ///
  /// @throws IllegalArgumentException unless `1 <= firstSize <= secondSize`
  public ConsistencyProof consistency(long firstSize, long secondSize) {
    if (firstSize < 1 || firstSize > secondSize) {
      throw new IllegalArgumentException(
          "no tree of %d leaves begins with one of %d".formatted(secondSize, firstSize));
    }
    List<Digest> fromRoot = new ArrayList<>();
    long from = 0;
    long to = secondSize;
    while (firstSize < to) {
      long middle = from + split(to - from);
      if (firstSize <= middle) {
        fromRoot.add(hash(middle, to));
        to = middle;
      } else {
        fromRoot.add(hash(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      fromRoot.add(hash(from, to));
    }
    return new ConsistencyProof(firstSize, secondSize, fromRoot.reversed());
  }

  /// The hash over the leaves from one to before another; the first is a multiple of the largest
  /// power of two in their number.
  private Digest hash(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return hashes.at(level, from >> level);
    }
    long middle = from + split(count);
    return MerkleHash.node(hash(from, middle), hash(middle, to));
  }

  /// The largest power of two below a number of leaves, 2 at least.
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}

package touchmark.ledger.proof;

import java.util.Arrays;
import java.util.List;
import touchmark.ledger.model.Digest;

/// The right edge of a growing Merkle tree: the roots of its complete subtrees, one for each bit of
/// its size, the largest first. Enough to append leaves and to know the root at every size, in a
/// few hundred bytes. An immutable value; keep an old one to go back to it.
public final class Frontier {
  /// The edge of a tree without leaves.
  public static final Frontier EMPTY = new Frontier(0, new Digest[0]);

  private final long size;
  private final Digest[] peaks;

  private Frontier(long size, Digest[] peaks) {
    this.size = size;
    this.peaks = peaks;
  }

  /// A frontier out of its parts, as they were kept.
  ///
  /// @param peaks as [#peaks] gave them
  /// @throws IllegalArgumentException if a tree of this size has another number of them
  public static Frontier of(long size, List<Digest> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "a tree of %d leaves has another number of peaks than %d".formatted(size, peaks.size()));
    }
    return new Frontier(size, peaks.toArray(Digest[]::new));
  }

  /// The edge after one more leaf.
  ///
  /// @param leafHash see [MerkleHash#leaf]
  public Frontier append(Digest leafHash) {
    int merged = Long.numberOfTrailingZeros(~size);
    int kept = peaks.length - merged;
    Digest peak = leafHash;
    for (int i = peaks.length - 1; i >= kept; i--) {
      peak = MerkleHash.node(peaks[i], peak);
    }
    Digest[] grown = Arrays.copyOf(peaks, kept + 1);
    grown[kept] = peak;
    return new Frontier(Math.incrementExact(size), grown);
  }

  /// How many leaves there are.
  public long size() {
    return size;
  }

  /// The tree's root.
  public Digest root() {
    if (size == 0) {
      return MerkleHash.EMPTY_ROOT;
    }
    Digest root = peaks[peaks.length - 1];
    for (int i = peaks.length - 2; i >= 0; i--) {
      root = MerkleHash.node(peaks[i], root);
    }
    return root;
  }

  /// Size and root.
  public TreeHead head() {
    return new TreeHead(size, root());
  }

  /// The roots of the complete subtrees, the largest first.
  public List<Digest> peaks() {
    return List.of(peaks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frontier that && size == that.size && Arrays.equals(peaks, that.peaks);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(size) + Arrays.hashCode(peaks);
  }

  @Override
  public String toString() {
    return "Frontier of " + size + " leaves, root " + root();
  }
}

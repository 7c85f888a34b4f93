package touchmark.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.model.Digest;

/// That a tree begins with all leaves of a smaller one, unchanged [RFC 9162 2.1.4].
///
/// @param path as RFC 9162 orders it; empty when the sizes are the same
public record ConsistencyProof(long firstSize, long secondSize, List<Digest> path) {
  public ConsistencyProof {
    if (firstSize < 1 || firstSize > secondSize) {
      throw new IllegalArgumentException(
          "no tree of %d leaves begins with one of %d".formatted(secondSize, firstSize));
    }
    path = List.copyOf(path);
    // A path to a leaf, and the hash that the two trees have in common.
    if (path.size() > InclusionProof.LONGEST_PATH + 1) {
      throw new IllegalArgumentException(
          "a path has at most " + (InclusionProof.LONGEST_PATH + 1) + " hashes");
    }
  }

  /// Whether it proves that the tree with the second root begins with that of the first [RFC 9162
  /// 2.1.4.2].
  public boolean proves(Digest firstRoot, Digest secondRoot) {
    if (firstSize == secondSize) {
      return path.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    List<Digest> hashes = new ArrayList<>(path);
    if (Long.bitCount(firstSize) == 1) {
      hashes.addFirst(firstRoot);
    }
    int shared = Long.numberOfTrailingZeros(firstSize);
    long node = (firstSize - 1) >> shared;
    long last = (secondSize - 1) >> shared;
    Digest first = hashes.getFirst();
    Digest second = hashes.getFirst();
    for (Digest hash : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = MerkleHash.node(hash, first);
        second = MerkleHash.node(hash, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = MerkleHash.node(second, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(firstRoot) && second.equals(secondRoot);
  }
}

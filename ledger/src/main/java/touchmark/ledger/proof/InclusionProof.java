package touchmark.ledger.proof;

import java.util.List;
import touchmark.ledger.model.Digest;

/// That a leaf stands at its place in a tree [RFC 9162 2.1.3].
///
/// @param leafIndex counted from 0
/// @param path the sibling hashes from the leaf up
public record InclusionProof(long leafIndex, long treeSize, List<Digest> path) {
  /// Most hashes in a path, which a tree of 2^63 leaves needs.
  public static final int LONGEST_PATH = 64;

  public InclusionProof {
    if (leafIndex < 0 || leafIndex >= treeSize) {
      throw new IllegalArgumentException(
          "leaf %d lies outside a tree of %d".formatted(leafIndex, treeSize));
    }
    path = List.copyOf(path);
    if (path.size() > LONGEST_PATH) {
      throw new IllegalArgumentException("a path has at most " + LONGEST_PATH + " hashes");
    }
  }

  /// Whether it proves that this leaf is in the tree with this root [RFC 9162 2.1.3.2].
  public boolean proves(Digest leafHash, Digest root) {
    long node = leafIndex;
    long last = treeSize - 1;
    Digest hash = leafHash;
    for (Digest sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = MerkleHash.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleHash.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}

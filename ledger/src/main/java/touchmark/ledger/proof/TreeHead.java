package touchmark.ledger.proof;

import touchmark.ledger.model.Digest;

/// How many leaves a Merkle tree has, and its root: all that one must know to check proofs.
public record TreeHead(long size, Digest root) {
  public TreeHead {
    if (size < 0) {
      throw new IllegalArgumentException("a tree's size is not negative: " + size);
    }
  }
}

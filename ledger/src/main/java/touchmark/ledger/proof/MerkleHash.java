package touchmark.ledger.proof;

import java.security.MessageDigest;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Digest;

/// The hashes of a Merkle tree [RFC 9162 2.1.1]: a leaf's begins with a zero byte, a node's with a
/// one, so that neither can pass for the other.
public final class MerkleHash {
  /// The root of a tree without leaves.
  public static final Digest EMPTY_ROOT = Hashing.sha256();

  private static final byte[] LEAF = {0x00};
  private static final byte[] NODE = {0x01};

  private MerkleHash() {}

  /// The hash of a leaf. On a chain the leaf is the exact bytes of an envelope's frame.
  public static Digest leaf(byte[] leaf) {
    return Hashing.sha256(LEAF, leaf);
  }

  /// The hash of a leaf that is part of an array.
  public static Digest leaf(byte[] bytes, int from, int to) {
    MessageDigest sha256 = Hashing.newSha256();
    sha256.update(LEAF);
    sha256.update(bytes, from, to - from);
    return Digest.of(sha256.digest());
  }

  /// The hash of a node from those of its two children.
  public static Digest node(Digest left, Digest right) {
    return Hashing.sha256(NODE, left.bytes(), right.bytes());
  }
}

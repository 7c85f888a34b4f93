/// Merkle tree [RFC 9162 2.1], checkpoints and their signatures [C2SP tlog-checkpoint, signed-note,
/// tlog-cosignature]. May import crypto. Start with [Frontier], which grows a tree, [MerkleProofs],
/// which makes proofs about it, and [Checkpoint], what a log says of it.
@NullMarked
package touchmark.ledger.proof;

import org.jspecify.annotations.NullMarked;

/// Merkle tree [RFC 9162 2.1], later checkpoints, cosignatures and receipts. May import crypto.
/// Start with [Frontier], which grows a tree, and [MerkleProofs], which makes proofs about it.
@NullMarked
package touchmark.ledger.proof;

import org.jspecify.annotations.NullMarked;

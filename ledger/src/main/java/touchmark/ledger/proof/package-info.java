/// Merkle tree [RFC 9162 2.1], later checkpoints, cosignatures and receipts. May import crypto.
@NullMarked
package touchmark.ledger.proof;

import org.jspecify.annotations.NullMarked;

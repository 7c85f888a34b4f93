/// The Merkle tree against published vectors, and against a slow and plain definition of itself.
@NullMarked
package touchmark.ledger.proof;

import org.jspecify.annotations.NullMarked;

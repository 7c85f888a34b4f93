/// Appends one checked block; the single writer.
@NullMarked
package touchmark.ledger.chain;

import org.jspecify.annotations.NullMarked;

/// The ledger module.
@NullMarked
package touchmark.ledger;

import org.jspecify.annotations.NullMarked;

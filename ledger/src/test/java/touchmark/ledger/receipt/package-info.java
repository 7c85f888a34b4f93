@NullMarked
package touchmark.ledger.receipt;

import org.jspecify.annotations.NullMarked;

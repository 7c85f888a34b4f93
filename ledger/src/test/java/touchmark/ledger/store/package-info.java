/// Real files, and what can become of them.
@NullMarked
package touchmark.ledger.store;

import org.jspecify.annotations.NullMarked;

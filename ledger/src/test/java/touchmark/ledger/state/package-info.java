/// Values that never change.
@NullMarked
package touchmark.ledger.state;

import org.jspecify.annotations.NullMarked;

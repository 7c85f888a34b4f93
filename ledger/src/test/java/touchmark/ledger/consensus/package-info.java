/// Tests of agreement.
@NullMarked
package touchmark.ledger.consensus;

import org.jspecify.annotations.NullMarked;

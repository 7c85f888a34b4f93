/// Tests of the chain.
@NullMarked
package touchmark.ledger.chain;

import org.jspecify.annotations.NullMarked;

/// What all blocks so far add up to: who claimed, holds and may forward what, who is enrolled. May
/// import proof.
@NullMarked
package touchmark.ledger.state;

import org.jspecify.annotations.NullMarked;

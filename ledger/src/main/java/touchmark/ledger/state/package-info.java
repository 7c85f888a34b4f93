/// What all blocks so far add up to: who claimed, holds and may forward what, who is enrolled. May
/// import proof. Every class here is immutable, so a reader that holds a [State] needs no lock.
/// Start with [State].
@NullMarked
package touchmark.ledger.state;

import org.jspecify.annotations.NullMarked;

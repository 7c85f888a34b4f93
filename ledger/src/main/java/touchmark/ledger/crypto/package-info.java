/// X.509 identities, signing, checking, key stores. Only this package and below it know Bouncy
/// Castle in the ledger. May import codec and model. Start with [KeyRing].
@NullMarked
package touchmark.ledger.crypto;

import org.jspecify.annotations.NullMarked;

/// X.509 identities, signing, checking, key stores. Only this package and below it know Bouncy
/// Castle in the ledger. May import codec and model. Start with [KeyRing], which makes keys, and
/// [SignatureVerifier] and [Certificates], which judge what others made.
@NullMarked
package touchmark.ledger.crypto;

import org.jspecify.annotations.NullMarked;

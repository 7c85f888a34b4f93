/// Keys that live in PKCS#11 tokens: smart cards, security keys, hardware security modules. Only
/// this package knows PKCS#11. Imports nothing of the ledger. Start with [Token].
@NullMarked
package touchmark.ledger.crypto.token;

import org.jspecify.annotations.NullMarked;

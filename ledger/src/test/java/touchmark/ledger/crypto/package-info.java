/// Real keys and certificates, and what must be refused of them.
@NullMarked
package touchmark.ledger.crypto;

import org.jspecify.annotations.NullMarked;

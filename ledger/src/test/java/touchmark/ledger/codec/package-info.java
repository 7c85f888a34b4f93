/// Bytes and back: round trips, frozen forms, and what must be refused.
@NullMarked
package touchmark.ledger.codec;

import org.jspecify.annotations.NullMarked;

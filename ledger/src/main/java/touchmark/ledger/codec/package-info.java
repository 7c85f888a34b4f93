/// Payload JSON, envelope and block framing, ids: bytes to records and back. May import model.
@NullMarked
package touchmark.ledger.codec;

import org.jspecify.annotations.NullMarked;

/// Payload JSON, envelope and block framing, ids: bytes to records and back. May import model.
/// Start with [PayloadCodec], [Envelopes] and [Blocks]; `docs/format.md` says the same in words.
@NullMarked
package touchmark.ledger.codec;

import org.jspecify.annotations.NullMarked;

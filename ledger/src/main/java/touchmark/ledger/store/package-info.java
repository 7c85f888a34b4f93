/// Segments (the truth), and what an index over them must answer. store.h2 alone knows H2. May
/// import model. Start with [RecordStore].
@NullMarked
package touchmark.ledger.store;

import org.jspecify.annotations.NullMarked;

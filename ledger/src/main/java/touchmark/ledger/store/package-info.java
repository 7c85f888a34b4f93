/// Segments (the truth). store.h2 alone knows H2 (the index, rebuildable). May import rules.
@NullMarked
package touchmark.ledger.store;

import org.jspecify.annotations.NullMarked;

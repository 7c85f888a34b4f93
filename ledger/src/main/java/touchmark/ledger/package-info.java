/// The door to the ledger, and the words that all its rooms share: [StoreException], [Progress],
/// [Subscription], [Outcome], [ChainReport]. Builds the rest by hand. Start with [Ledger].
@NullMarked
package touchmark.ledger;

import org.jspecify.annotations.NullMarked;

/// How members agree on blocks; solo here. No sockets, no clock of its own. May import chain. Start
/// with [Consensus].
@NullMarked
package touchmark.ledger.consensus;

import org.jspecify.annotations.NullMarked;

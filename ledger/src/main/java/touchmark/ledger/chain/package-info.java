/// Judges blocks, appends them in the one writer's lane, finds, verifies, copies and replays them.
/// May import store and rules. Start with [Chain], then [BlockJudge].
@NullMarked
package touchmark.ledger.chain;

import org.jspecify.annotations.NullMarked;

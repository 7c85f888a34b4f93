/// The ledger's figures beside the limit that the machine sets, measured in the same run. Started
/// by `mvn -Pbench verify`; start reading with [LedgerBench].
@NullMarked
package touchmark.ledger.bench;

import org.jspecify.annotations.NullMarked;

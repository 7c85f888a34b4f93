/// Readers of bytes that an enemy may have written, each as a target of Jazzer: `mvn -Pfuzz
/// verify`. Start with [Targets].
@NullMarked
package touchmark.ledger.fuzz;

import org.jspecify.annotations.NullMarked;

/// One class for each business rule [Section 3.4], and one list that is the policy. A rule is a
/// pure function of a transaction and the state before it. May import state. Start with [Policy].
@NullMarked
package touchmark.ledger.rules;

import org.jspecify.annotations.NullMarked;

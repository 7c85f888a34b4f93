package touchmark.ledger.rules;

import java.util.Optional;
import touchmark.ledger.state.State;

/// One rule. A pure function of the submission and the state before it: no clock, no network, no
/// locale.
@FunctionalInterface
interface Rule {
  /// Why the submission may not be recorded; empty when this rule has nothing against it.
  Optional<Verdict.Refused> judge(Submission submission, State state);
}

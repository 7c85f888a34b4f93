package touchmark.ledger;

import touchmark.ledger.model.Recorded;
import touchmark.ledger.rules.Verdict;

/// What became of a statement that was submitted.
public sealed interface Outcome {
  /// It stands in the chain, durably.
  record Done(Recorded recorded) implements Outcome {}

  /// A rule refused it; nothing was recorded.
  record Refused(Verdict.Refused verdict) implements Outcome {}
}

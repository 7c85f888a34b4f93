package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.state.State;

/// The chain takes a transaction id once, for ever.
final class OnlyOnce implements Rule {
  static final String NAME = "once [Section 3.3]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    return state
        .transactions()
        .get(submission.transaction().txId())
        .flatMap(
            position ->
                refuse(
                    NAME,
                    RefusalCode.DUPLICATE,
                    "The transaction %s stands in block %d already."
                        .formatted(submission.transaction().txId().hex(), position.height())));
  }
}

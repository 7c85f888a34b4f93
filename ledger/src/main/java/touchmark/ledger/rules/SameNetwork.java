package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.state.State;

/// A transaction is signed for one network and counts in no other.
final class SameNetwork implements Rule {
  static final String NAME = "network [format: payload]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (submission.transaction().network().equals(state.network())) {
      return Optional.empty();
    }
    return refuse(
        NAME,
        RefusalCode.FOREIGN_NETWORK,
        "The transaction is signed for network %s, this is %s (%s)."
            .formatted(
                submission.transaction().network().hex().substring(0, 12),
                state.network().hex().substring(0, 12),
                state.genesis().networkName()));
  }
}

package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;
import touchmark.ledger.state.ValidatorSet;

/// A change of validators is approved by a quorum of those in force, each counted once.
final class Quorum implements Rule {
  static final String NAME = "quorum [extension of Section 2.1]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.ChangeValidators change)) {
      return Optional.empty();
    }
    ValidatorSet validators = state.membership().validators();
    long approvals =
        change.approvedBy().stream()
            .distinct()
            .filter(by -> validators.find(by).isPresent())
            .count();
    return approvals >= validators.quorum()
        ? Optional.empty()
        : refuse(
            NAME,
            RefusalCode.NOT_APPROVED,
            "A change of validators needs the approval of %d of %d validators, and has %d."
                .formatted(validators.quorum(), validators.validators().size(), approvals));
  }
}

package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;
import touchmark.ledger.state.ValidatorSet;

/// More than half of the validators approve a new organization. The founder, who is a validator of
/// the genesis and the first to enrol, has nobody to ask.
final class Approved implements Rule {
  static final String NAME = "approval [extension of Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.EnrolOrganization enrolment)) {
      return Optional.empty();
    }
    ValidatorSet validators = state.membership().validators();
    if (state.membership().isEmpty()) {
      return validators.find(enrolment.organization().orgOrPersId()).isPresent()
              && enrolment.approvedBy().isEmpty()
          ? Optional.empty()
          : refuse(
              NAME,
              RefusalCode.NOT_APPROVED,
              "The first organization of a network is one of its validators, and has no"
                  + " approvals.");
    }
    long approvals =
        enrolment.approvedBy().stream()
            .distinct()
            .filter(by -> validators.find(by).isPresent())
            .count();
    return approvals >= validators.majority()
        ? Optional.empty()
        : refuse(
            NAME,
            RefusalCode.NOT_APPROVED,
            "%s needs the approval of %d of %d validators, and has %d."
                .formatted(
                    enrolment.organization().displayName(),
                    validators.majority(),
                    validators.validators().size(),
                    approvals));
  }
}

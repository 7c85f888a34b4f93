package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;

/// Organizations have people, and delegate to their own people only.
final class OwnPeople implements Rule {
  static final String NAME = "belonging [Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.Delegate delegate)) {
      return Optional.empty();
    }
    boolean belongs =
        state
            .membership()
            .person(delegate.person())
            .map(person -> person.belongsTo().equals(delegate.organization()))
            .orElse(false);
    return belongs
        ? Optional.empty()
        : refuse(
            NAME,
            RefusalCode.NO_DELEGATION,
            "%s can delegate to its own people only, and '%s' is none of them."
                .formatted(state.membership().nameOf(delegate.organization()), delegate.person()));
  }
}

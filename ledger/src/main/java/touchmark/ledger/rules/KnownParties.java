package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;

/// Whoever a statement names is a member or one of its people [Section 3.2].
final class KnownParties implements Rule {
  static final String NAME = "known parties [Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    for (ResourceId party : parties(submission.transaction().statement())) {
      if (!state.membership().knows(party)) {
        return refuse(
            NAME,
            RefusalCode.UNKNOWN_RESOURCE,
            "'%s' is not a member of %s.".formatted(party, state.genesis().networkName()));
      }
    }
    return Optional.empty();
  }

  private static List<ResourceId> parties(Statement statement) {
    return switch (statement) {
      case Statement.OfAsset asset -> asset.parties();
      case Statement.OfPart part -> part.parties();
      case Statement.EnrolOrganization enrolment -> enrolment.approvedBy();
      case Statement.EnrolPerson enrolment -> List.of(enrolment.belongsTo());
      case Statement.Delegate delegate -> List.of(delegate.organization(), delegate.person());
      case Statement.RotateCertificate rotation ->
          List.of(rotation.organization(), rotation.subject());
      case Statement.RevokeCertificate revocation -> List.of(revocation.organization());
      case Statement.ChangeValidators change -> change.approvedBy();
    };
  }
}

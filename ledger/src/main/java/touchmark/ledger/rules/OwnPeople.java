package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;

/// Organizations have people, delegate to their own people only, and replace certificates of their
/// own people and of themselves only.
final class OwnPeople implements Rule {
  static final String NAME = "belonging [Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    return switch (submission.transaction().statement()) {
      case Statement.Delegate delegate ->
          belongs(delegate.person(), delegate.organization(), state)
              ? Optional.empty()
              : refuse(
                  NAME,
                  RefusalCode.NO_DELEGATION,
                  "%s can delegate to its own people only, and '%s' is none of them."
                      .formatted(
                          state.membership().nameOf(delegate.organization()), delegate.person()));
      case Statement.RotateCertificate rotation ->
          rotation.subject().equals(rotation.organization())
                  || belongs(rotation.subject(), rotation.organization(), state)
              ? Optional.empty()
              : refuse(
                  NAME,
                  RefusalCode.NOT_ITS_CERTIFICATE,
                  "%s can replace its own certificate and those of its people, and '%s' is none of them."
                      .formatted(
                          state.membership().nameOf(rotation.organization()), rotation.subject()));
      case Statement.EnrolOrganization _, Statement.EnrolPerson _ -> Optional.empty();
      case Statement.RevokeCertificate _, Statement.ChangeValidators _ -> Optional.empty();
      case Statement.OfAsset _, Statement.OfPart _ -> Optional.empty();
    };
  }

  private static boolean belongs(ResourceId person, ResourceId organization, State state) {
    return state
        .membership()
        .person(person)
        .map(known -> known.belongsTo().equals(organization))
        .orElse(false);
  }
}

package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.ValidatorChange;
import touchmark.ledger.state.Membership;
import touchmark.ledger.state.State;

/// An id and a certificate are enrolled once.
final class NotEnrolledBefore implements Rule {
  static final String NAME = "enrolment [extension of Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    Membership membership = state.membership();
    return switch (submission.transaction().statement()) {
      case Statement.EnrolOrganization enrolment ->
          taken(
              enrolment.organization().orgOrPersId(),
              List.of(enrolment.authorityCertificate(), enrolment.encryptionCertificate()),
              membership);
      case Statement.EnrolPerson enrolment ->
          taken(enrolment.person(), List.of(enrolment.signingCertificate()), membership);
      case Statement.RotateCertificate rotation ->
          known(rotation.subject(), List.of(rotation.certificate()), membership);
      case Statement.ChangeValidators change ->
          switch (change.change()) {
            case ValidatorChange.Add add ->
                known(add.organization(), List.of(add.sealingCertificate()), membership);
            case ValidatorChange.Reseal reseal ->
                known(reseal.organization(), List.of(reseal.sealingCertificate()), membership);
            case ValidatorChange.Remove _ -> Optional.empty();
          };
      case Statement.Delegate _, Statement.RevokeCertificate _ -> Optional.empty();
      case Statement.OfAsset _, Statement.OfPart _ -> Optional.empty();
    };
  }

  private static Optional<Verdict.Refused> taken(
      ResourceId id, List<Bytes> certificates, Membership membership) {
    if (membership.knows(id)) {
      return refuse(
          NAME,
          RefusalCode.ALREADY_ENROLLED,
          "The id '%s' is enrolled already, for %s.".formatted(id, membership.nameOf(id)));
    }
    return known(id, certificates, membership);
  }

  private static Optional<Verdict.Refused> known(
      ResourceId id, List<Bytes> certificates, Membership membership) {
    for (Bytes certificate : certificates) {
      Optional<ResourceId> owner = membership.ownerOf(Hashing.certificate(certificate));
      if (owner.isPresent()) {
        return refuse(
            NAME,
            RefusalCode.ALREADY_ENROLLED,
            "A certificate of '%s' is enrolled already, for %s."
                .formatted(id, membership.nameOf(owner.get())));
      }
    }
    return Optional.empty();
  }
}

package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Membership;
import touchmark.ledger.state.State;

/// An id and a certificate are enrolled once.
final class NotEnrolledBefore implements Rule {
  static final String NAME = "enrolment [extension of Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    return switch (submission.transaction().statement()) {
      case Statement.EnrolOrganization enrolment ->
          taken(
              enrolment.organization().orgOrPersId(),
              List.of(enrolment.authorityCertificate(), enrolment.encryptionCertificate()),
              state.membership());
      case Statement.EnrolPerson enrolment ->
          taken(enrolment.person(), List.of(enrolment.signingCertificate()), state.membership());
      case Statement.RecordOwnership ignored -> Optional.empty();
      case Statement.SendProductData ignored -> Optional.empty();
      case Statement.Delegate ignored -> Optional.empty();
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

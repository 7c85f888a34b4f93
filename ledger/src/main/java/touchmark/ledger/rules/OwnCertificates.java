package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.crypto.CertificateUse;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;
import touchmark.ledger.state.ValidatorSet;

/// Enrolled certificates name whom they are enrolled for, and an organization's authority issued
/// them: its own to itself, its encryption certificate, its sealing certificate where it is a
/// validator, its people's under their pseudonyms.
final class OwnCertificates implements Rule {
  static final String NAME = "enrolled certificates [RFC 5280]";
  private final Certificates certificates;

  OwnCertificates(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    try {
      switch (submission.transaction().statement()) {
        case Statement.EnrolOrganization enrolment ->
            requireOrganization(enrolment, state, submission.blockTime());
        case Statement.EnrolPerson enrolment ->
            requirePerson(enrolment, state, submission.blockTime());
        case Statement.RecordOwnership ignored -> {}
        case Statement.SendProductData ignored -> {}
        case Statement.Delegate ignored -> {}
      }
      return Optional.empty();
    } catch (BadCertificateException e) {
      return refuse(
          NAME,
          RefusalCode.BAD_CERTIFICATE,
          "A certificate cannot be enrolled: %s.".formatted(e.getMessage()));
    }
  }

  private void requireOrganization(Statement.EnrolOrganization enrolment, State state, Instant at)
      throws BadCertificateException {
    ResourceId id = enrolment.organization().orgOrPersId();
    Certificate authority = named(enrolment.authorityCertificate(), id);
    certificates.requireAuthority(authority, at);
    certificates.requireIssued(
        named(enrolment.encryptionCertificate(), id), CertificateUse.ENCRYPTION, authority, at);
    Optional<ValidatorSet.Validator> validator = state.membership().validators().find(id);
    if (validator.isPresent()) {
      certificates.requireIssued(validator.get().sealing(), CertificateUse.SIGNING, authority, at);
    }
  }

  private void requirePerson(Statement.EnrolPerson enrolment, State state, Instant at)
      throws BadCertificateException {
    Certificate signing = Certificate.parse(enrolment.signingCertificate());
    if (!signing.isNamedOnly(enrolment.person())) {
      throw new BadCertificateException(
          "its subject must be CN=%s alone, not %s"
              .formatted(enrolment.person(), signing.subject()));
    }
    Certificate authority =
        state
            .membership()
            .organization(enrolment.belongsTo())
            .orElseThrow(
                () -> new BadCertificateException(enrolment.belongsTo() + " is no organization"))
            .authority();
    certificates.requireIssued(signing, CertificateUse.SIGNING, authority, at);
  }

  private static Certificate named(Bytes der, ResourceId id) throws BadCertificateException {
    Certificate certificate = Certificate.parse(der);
    if (!certificate.isNamed(id)) {
      throw new BadCertificateException(
          "its common name must be %s, its subject is %s".formatted(id, certificate.subject()));
    }
    return certificate;
  }
}

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
import touchmark.ledger.model.ValidatorChange;
import touchmark.ledger.state.State;
import touchmark.ledger.state.ValidatorSet;

/// Enrolled certificates name whom they are enrolled for, and an organization's authority issued
/// them: its own to itself, its encryption certificate, its sealing certificate where it is or
/// becomes a validator, its people's under their pseudonyms.
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
        case Statement.RotateCertificate rotation ->
            requireRotated(rotation, state, submission.blockTime());
        case Statement.ChangeValidators change ->
            requireSealing(change.change(), state, submission.blockTime());
        case Statement.Delegate _, Statement.RevokeCertificate _ -> {}
        case Statement.OfAsset _, Statement.OfPart _ -> {}
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
    requireIssued(
        pseudonymous(enrolment.signingCertificate(), enrolment.person()),
        CertificateUse.SIGNING,
        enrolment.belongsTo(),
        state,
        at);
  }

  private void requireRotated(Statement.RotateCertificate rotation, State state, Instant at)
      throws BadCertificateException {
    boolean own = rotation.subject().equals(rotation.organization());
    requireIssued(
        own
            ? named(rotation.certificate(), rotation.subject())
            : pseudonymous(rotation.certificate(), rotation.subject()),
        own ? CertificateUse.ENCRYPTION : CertificateUse.SIGNING,
        rotation.organization(),
        state,
        at);
  }

  private void requireSealing(ValidatorChange change, State state, Instant at)
      throws BadCertificateException {
    switch (change) {
      case ValidatorChange.Add add ->
          requireIssued(
              named(add.sealingCertificate(), add.organization()),
              CertificateUse.SIGNING,
              add.organization(),
              state,
              at);
      case ValidatorChange.Reseal reseal ->
          requireIssued(
              named(reseal.sealingCertificate(), reseal.organization()),
              CertificateUse.SIGNING,
              reseal.organization(),
              state,
              at);
      case ValidatorChange.Remove _ -> {}
    }
  }

  private void requireIssued(
      Certificate certificate, CertificateUse use, ResourceId by, State state, Instant at)
      throws BadCertificateException {
    Certificate authority =
        state
            .membership()
            .organization(by)
            .orElseThrow(() -> new BadCertificateException(by + " is no organization"))
            .authority();
    certificates.requireIssued(certificate, use, authority, at);
  }

  private static Certificate pseudonymous(Bytes der, ResourceId person)
      throws BadCertificateException {
    Certificate certificate = Certificate.parse(der);
    if (!certificate.isNamedOnly(person)) {
      throw new BadCertificateException(
          "its subject must be CN=%s alone, not %s".formatted(person, certificate.subject()));
    }
    return certificate;
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

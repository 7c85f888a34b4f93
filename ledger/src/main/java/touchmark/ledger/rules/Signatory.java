package touchmark.ledger.rules;

import java.util.Optional;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.KnownPerson;
import touchmark.ledger.state.Member;
import touchmark.ledger.state.Membership;

/// A signer whose certificate was found.
///
/// @param person the person who signs; empty where an organization's own authority does
/// @param authority issued the certificate; the certificate itself where an authority signs
record Signatory(
    Role role, Certificate certificate, Optional<KnownPerson> person, Certificate authority) {

  /// Finds the certificate that a signer names among those which may stand for the role.
  ///
  /// @return empty when the certificate is not enrolled, or not for this
  static Optional<Signatory> find(
      Signer signer, Role role, Statement statement, Membership membership)
      throws BadCertificateException {
    return switch (role.power()) {
      case AUTHORITY -> authority(signer, role, statement, membership);
      case APPROVE -> {
        Optional<Signatory> own = authority(signer, role, statement, membership);
        yield own.isPresent() ? own : person(signer, role, membership);
      }
      case CLAIM, SEND, ADMINISTER -> person(signer, role, membership);
    };
  }

  private static Optional<Signatory> authority(
      Signer signer, Role role, Statement statement, Membership membership)
      throws BadCertificateException {
    Optional<Certificate> authority =
        statement instanceof Statement.EnrolOrganization enrolment
                && enrolment.organization().orgOrPersId().equals(role.resource())
            ? Optional.of(Certificate.parse(enrolment.authorityCertificate()))
            : membership.organization(role.resource()).map(Member::authority);
    return authority
        .filter(certificate -> certificate.hash().equals(signer.certificate()))
        .map(certificate -> new Signatory(role, certificate, Optional.empty(), certificate));
  }

  private static Optional<Signatory> person(Signer signer, Role role, Membership membership) {
    CertificateHash hash = signer.certificate();
    Optional<KnownPerson> person = membership.ownerOf(hash).flatMap(membership::person);
    return person
        .filter(known -> known.signing().hash().equals(hash))
        .filter(known -> actsFor(known, role.resource(), membership))
        .flatMap(
            known ->
                membership
                    .organization(known.belongsTo())
                    .map(
                        member ->
                            new Signatory(role, known.signing(), person, member.authority())));
  }

  /// A person's certificate signs for herself, or for an organization; never for another person.
  private static boolean actsFor(KnownPerson person, ResourceId resource, Membership membership) {
    return person.person().equals(resource) || membership.organization(resource).isPresent();
  }
}

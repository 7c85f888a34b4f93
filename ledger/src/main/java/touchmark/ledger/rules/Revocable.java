package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.KnownPerson;
import touchmark.ledger.state.Membership;
import touchmark.ledger.state.Revocation;
import touchmark.ledger.state.State;

/// An organization revokes its own encryption certificate and the certificates of its people, once.
/// Its authority cannot revoke itself, and a validator's sealing certificate is replaced by
/// [Statement.ChangeValidators]: without one nobody could seal.
final class Revocable implements Rule {
  static final String NAME = "revocation [extension of Section 3.2]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    if (!(submission.transaction().statement() instanceof Statement.RevokeCertificate revocation)) {
      return Optional.empty();
    }
    Membership membership = state.membership();
    String certificate = revocation.certificate().hex().substring(0, 12) + "...";
    if (!mayRevoke(revocation, membership)) {
      return refuse(
          NAME,
          RefusalCode.NOT_ITS_CERTIFICATE,
          "%s can revoke its encryption certificate and those of its people, and %s is none of them."
              .formatted(membership.nameOf(revocation.organization()), certificate));
    }
    Optional<Revocation> earlier = membership.revocation(revocation.certificate());
    return earlier.isEmpty()
        ? Optional.empty()
        : refuse(
            NAME,
            RefusalCode.ALREADY_REVOKED,
            "The certificate %s was revoked on %s already (block %d)."
                .formatted(
                    certificate,
                    day(earlier.get().blockTime()),
                    earlier.get().position().height()));
  }

  private static boolean mayRevoke(Statement.RevokeCertificate revocation, Membership membership) {
    ResourceId organization = revocation.organization();
    Optional<ResourceId> owner = membership.ownerOf(revocation.certificate());
    boolean ofItsPerson =
        owner
            .flatMap(membership::person)
            .map(KnownPerson::belongsTo)
            .filter(organization::equals)
            .isPresent();
    boolean itsEncryption =
        membership
            .organization(organization)
            .filter(member -> member.encryption().hash().equals(revocation.certificate()))
            .isPresent();
    return ofItsPerson || itsEncryption;
  }
}

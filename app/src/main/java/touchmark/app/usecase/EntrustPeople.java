package touchmark.app.usecase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.RevocationReason;
import touchmark.ledger.model.Statement;

/// Says who signs for an organization, and whose certificate counts no more. The organization's own
/// authority signs.
public final class EntrustPeople {
  private final Ledger ledger;
  private final Optional<KeyRing> keys;

  /// @param keys empty in a home that only looks
  public EntrustPeople(Ledger ledger, Optional<KeyRing> keys) {
    this.ledger = ledger;
    this.keys = keys;
  }

  /// Lets a person act for the organization, in exactly these ways from now on.
  public Outcome delegate(ResourceId person, Set<Act> acts, Party organization)
      throws StoreException {
    return submit(new Statement.Delegate(organization.resource(), person, acts), organization);
  }

  /// Makes a certificate count no more. What it signed before stays.
  public Outcome revoke(CertificateHash certificate, RevocationReason reason, Party organization)
      throws StoreException {
    return submit(
        new Statement.RevokeCertificate(organization.resource(), certificate, reason),
        organization);
  }

  /// The certificate by which a person signs now.
  public Optional<CertificateHash> certificateOf(ResourceId person) {
    return ledger.signingCertificate(person);
  }

  private Outcome submit(Statement statement, Party organization) throws StoreException {
    Optional<SignedBy> authority =
        keys.flatMap(ring -> ring.organization(organization.resource()))
            .map(its -> new SignedBy(organization.resource(), its.authority()));
    return authority.isEmpty()
        ? Signatory.nobodySigns(organization)
        : ledger.submit(statement, List.of(authority.get()));
  }
}

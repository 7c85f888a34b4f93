package touchmark.ledger.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Who belongs to the network, by which certificates, and who may sign for whom. Immutable.
public final class Membership {
  private final ValidatorSet validators;
  private final PersistentMap<ResourceId, Member> members;
  private final PersistentMap<ResourceId, KnownPerson> persons;
  private final PersistentMap<CertificateHash, ResourceId> certificates;
  private final PersistentMap<Delegation, Set<Act>> delegations;

  private Membership(
      ValidatorSet validators,
      PersistentMap<ResourceId, Member> members,
      PersistentMap<ResourceId, KnownPerson> persons,
      PersistentMap<CertificateHash, ResourceId> certificates,
      PersistentMap<Delegation, Set<Act>> delegations) {
    this.validators = validators;
    this.members = members;
    this.persons = persons;
    this.certificates = certificates;
    this.delegations = delegations;
  }

  static Membership begin(Genesis genesis) throws BadCertificateException {
    ValidatorSet validators = ValidatorSet.first(genesis);
    PersistentMap<CertificateHash, ResourceId> sealing = PersistentMap.empty();
    for (ValidatorSet.Validator validator : validators.validators()) {
      sealing = sealing.with(validator.sealing().hash(), validator.organization());
    }
    return new Membership(
        validators, PersistentMap.empty(), PersistentMap.empty(), sealing, PersistentMap.empty());
  }

  public ValidatorSet validators() {
    return validators;
  }

  /// Whether nobody is enrolled yet, so that the founder may enrol without approval.
  public boolean isEmpty() {
    return members.isEmpty();
  }

  public Optional<Member> organization(ResourceId id) {
    return members.get(id);
  }

  /// The member organizations, by id.
  public List<Organization> organizations() {
    List<Organization> all = new ArrayList<>(members.size());
    members.forEach(entry -> all.add(entry.value().organization()));
    return all;
  }

  public Optional<KnownPerson> person(ResourceId id) {
    return persons.get(id);
  }

  /// Whether the id is an organization's or a person's.
  public boolean knows(ResourceId id) {
    return members.containsKey(id) || persons.containsKey(id);
  }

  /// Whose certificate this is, or was.
  public Optional<ResourceId> ownerOf(CertificateHash certificate) {
    return certificates.get(certificate);
  }

  /// Whether a delegation in force lets the person act so for the organization.
  public boolean mayAct(ResourceId person, ResourceId organization, Act act) {
    return delegations
        .get(new Delegation(organization, person))
        .map(acts -> acts.contains(act))
        .orElse(false);
  }

  /// The name for people: an organization's name, else the id.
  public String nameOf(ResourceId id) {
    return members.get(id).map(member -> member.organization().displayName()).orElseGet(id::value);
  }

  Membership after(Statement.EnrolOrganization enrolment, Instant blockTime)
      throws BadCertificateException {
    ResourceId id = enrolment.organization().orgOrPersId();
    Certificate authority = Certificate.parse(enrolment.authorityCertificate());
    Certificate encryption = Certificate.parse(enrolment.encryptionCertificate());
    Member member = new Member(enrolment.organization(), authority, encryption, blockTime);
    return new Membership(
        validators,
        members.with(id, member),
        persons,
        certificates.with(authority.hash(), id).with(encryption.hash(), id),
        delegations);
  }

  Membership after(Statement.EnrolPerson enrolment, Instant blockTime)
      throws BadCertificateException {
    Certificate signing = Certificate.parse(enrolment.signingCertificate());
    KnownPerson person =
        new KnownPerson(enrolment.person(), enrolment.belongsTo(), signing, blockTime);
    return new Membership(
        validators,
        members,
        persons.with(enrolment.person(), person),
        certificates.with(signing.hash(), enrolment.person()),
        delegations);
  }

  /// The newest delegation of a person replaces the one before, so that it can be narrowed.
  Membership after(Statement.Delegate delegate) {
    return new Membership(
        validators,
        members,
        persons,
        certificates,
        delegations.with(
            new Delegation(delegate.organization(), delegate.person()), delegate.acts()));
  }

  private record Delegation(ResourceId organization, ResourceId person)
      implements Comparable<Delegation> {
    @Override
    public int compareTo(Delegation other) {
      int order = organization.compareTo(other.organization);
      return order != 0 ? order : person.compareTo(other.person);
    }
  }
}

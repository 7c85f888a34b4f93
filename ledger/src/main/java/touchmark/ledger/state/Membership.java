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
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Who belongs to the network, by which certificates, and who may sign for whom. Immutable.
public final class Membership {
  private final ValidatorSet validators;
  private final Optional<Succession> succession;
  private final PersistentMap<ResourceId, Member> members;
  private final PersistentMap<ResourceId, KnownPerson> persons;
  private final PersistentMap<CertificateHash, ResourceId> certificates;
  private final PersistentMap<CertificateHash, Revocation> revocations;
  private final PersistentMap<Delegation, Set<Act>> delegations;

  private Membership(
      ValidatorSet validators,
      Optional<Succession> succession,
      PersistentMap<ResourceId, Member> members,
      PersistentMap<ResourceId, KnownPerson> persons,
      PersistentMap<CertificateHash, ResourceId> certificates,
      PersistentMap<CertificateHash, Revocation> revocations,
      PersistentMap<Delegation, Set<Act>> delegations) {
    this.validators = validators;
    this.succession = succession;
    this.members = members;
    this.persons = persons;
    this.certificates = certificates;
    this.revocations = revocations;
    this.delegations = delegations;
  }

  static Membership begin(Genesis genesis) throws BadCertificateException {
    ValidatorSet validators = ValidatorSet.first(genesis);
    PersistentMap<CertificateHash, ResourceId> sealing = PersistentMap.empty();
    for (ValidatorSet.Validator validator : validators.validators()) {
      sealing = sealing.with(validator.sealing().hash(), validator.organization());
    }
    return new Membership(
        validators,
        Optional.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        sealing,
        PersistentMap.empty(),
        PersistentMap.empty());
  }

  /// With the validators in force at a height.
  Membership entering(long height) {
    return succession
        .filter(agreed -> agreed.activationHeight() <= height)
        .map(agreed -> with(agreed.next(), Optional.empty(), certificates))
        .orElse(this);
  }

  /// Who seals the block that is being judged.
  public ValidatorSet validators() {
    return validators;
  }

  /// The validators who were agreed on and do not seal yet.
  public Optional<Succession> succession() {
    return succession;
  }

  /// Where and why a certificate stopped counting; empty for one that was not revoked.
  public Optional<Revocation> revocation(CertificateHash certificate) {
    return revocations.get(certificate);
  }

  /// The people of an organization whom a delegation in force lets act so, by id.
  public List<KnownPerson> mayAct(ResourceId organization, Act act) {
    List<KnownPerson> able = new ArrayList<>();
    persons.forEach(
        entry -> {
          if (mayAct(entry.key(), organization, act)) {
            able.add(entry.value());
          }
        });
    return able;
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

  Membership after(Statement.OfMembership statement, Position position, Instant blockTime)
      throws BadCertificateException {
    return switch (statement) {
      case Statement.EnrolOrganization enrolment -> enrolled(enrolment, blockTime);
      case Statement.EnrolPerson enrolment -> enrolled(enrolment, blockTime);
      case Statement.Delegate delegate -> delegated(delegate);
      case Statement.RotateCertificate rotation -> rotated(rotation);
      case Statement.RevokeCertificate revocation ->
          with(
              members,
              persons,
              certificates,
              revocations.with(
                  revocation.certificate(),
                  new Revocation(revocation.reason(), position, blockTime)));
      case Statement.ChangeValidators change -> agreed(change);
    };
  }

  private Membership enrolled(Statement.EnrolOrganization enrolment, Instant blockTime)
      throws BadCertificateException {
    ResourceId id = enrolment.organization().orgOrPersId();
    Certificate authority = Certificate.parse(enrolment.authorityCertificate());
    Certificate encryption = Certificate.parse(enrolment.encryptionCertificate());
    Member member = new Member(enrolment.organization(), authority, encryption, blockTime);
    return with(
        members.with(id, member),
        persons,
        certificates.with(authority.hash(), id).with(encryption.hash(), id),
        revocations);
  }

  private Membership enrolled(Statement.EnrolPerson enrolment, Instant blockTime)
      throws BadCertificateException {
    Certificate signing = Certificate.parse(enrolment.signingCertificate());
    KnownPerson person =
        new KnownPerson(enrolment.person(), enrolment.belongsTo(), signing, blockTime);
    return with(
        members,
        persons.with(enrolment.person(), person),
        certificates.with(signing.hash(), enrolment.person()),
        revocations);
  }

  /// The newest delegation of a person replaces the one before, so that it can be narrowed.
  private Membership delegated(Statement.Delegate delegate) {
    return new Membership(
        validators,
        succession,
        members,
        persons,
        certificates,
        revocations,
        delegations.with(
            new Delegation(delegate.organization(), delegate.person()), delegate.acts()));
  }

  private Membership rotated(Statement.RotateCertificate rotation) throws BadCertificateException {
    ResourceId subject = rotation.subject();
    Certificate fresh = Certificate.parse(rotation.certificate());
    PersistentMap<CertificateHash, ResourceId> known = certificates.with(fresh.hash(), subject);
    Optional<KnownPerson> person = person(subject);
    if (person.isPresent()) {
      return with(members, persons.with(subject, person.get().with(fresh)), known, revocations);
    }
    Member member =
        organization(subject).orElseThrow(() -> new IllegalStateException("a rotation for nobody"));
    return with(members.with(subject, member.with(fresh)), persons, known, revocations);
  }

  private Membership agreed(Statement.ChangeValidators change) throws BadCertificateException {
    ValidatorSet next = validators.after(change.change());
    PersistentMap<CertificateHash, ResourceId> known = certificates;
    for (ValidatorSet.Validator validator : next.validators()) {
      known = known.with(validator.sealing().hash(), validator.organization());
    }
    return with(validators, Optional.of(new Succession(change.activationHeight(), next)), known);
  }

  private Membership with(
      ValidatorSet sealing,
      Optional<Succession> next,
      PersistentMap<CertificateHash, ResourceId> known) {
    return new Membership(sealing, next, members, persons, known, revocations, delegations);
  }

  private Membership with(
      PersistentMap<ResourceId, Member> organizations,
      PersistentMap<ResourceId, KnownPerson> people,
      PersistentMap<CertificateHash, ResourceId> known,
      PersistentMap<CertificateHash, Revocation> revoked) {
    return new Membership(
        validators, succession, organizations, people, known, revoked, delegations);
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

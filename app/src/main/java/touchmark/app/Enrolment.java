package touchmark.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import touchmark.app.contacts.Contacts;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.Commitments;
import touchmark.ledger.crypto.KeyOrigin;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.OrganizationKeys;
import touchmark.ledger.crypto.PersonKeys;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Opening;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.PersonInOrganization;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Salt;
import touchmark.ledger.model.Statement;

/// Makes organizations and their people members, step by step. Each step that was done before is
/// left out, so that an attempt that failed half-way is completed by the next.
final class Enrolment {
  private static final int PSEUDONYMS = 10_000;
  private static final int MOST_TRIES = 1_000;

  private final KeyRing keys;
  private final Contacts contacts;
  private final SecureRandom random;

  Enrolment(KeyRing keys, Contacts contacts, SecureRandom random) {
    this.keys = keys;
    this.contacts = contacts;
    this.random = random;
  }

  /// What a founding says of the organization.
  ///
  /// @throws HomeException when no id can be made of the name, or the texts are not well-formed
  static Organization organization(Founding founding) throws HomeException {
    try {
      return new Organization(
          ResourceId.fromName(founding.shortName().orElse(founding.organization())),
          Optional.of(founding.organization()),
          founding.url(),
          founding.address());
    } catch (IllegalArgumentException e) {
      throw new HomeException(
          HomeException.Reason.USAGE,
          "The organization '"
              + founding.organization()
              + "' cannot be named so: "
              + e.getMessage()
              + ". Give a short name of Latin letters and digits.",
          e);
    }
  }

  /// The organization's keys, made when they are not there.
  OrganizationKeys keysOf(Organization organization, KeyOrigin authority) throws KeyRingException {
    Optional<OrganizationKeys> known = keys.organization(organization.orgOrPersId());
    return known.isPresent()
        ? known.get()
        : keys.addOrganization(organization.orgOrPersId(), organization.displayName(), authority);
  }

  /// The statement that makes an organization a member.
  ///
  /// @param approvedBy empty for the founder of a network
  static Statement.EnrolOrganization statement(
      Organization organization, OrganizationKeys its, List<ResourceId> approvedBy) {
    return new Statement.EnrolOrganization(
        organization, its.authority().certificate(), its.encryptionCertificate(), approvedBy);
  }

  /// Enrols an organization with the approval of the founder, unless it is a member already.
  void enrol(Ledger ledger, Organization organization, OrganizationKeys its, ResourceId founder)
      throws StoreException, HomeException {
    if (ledger.organization(organization.orgOrPersId()).isPresent()) {
      return;
    }
    OrganizationKeys approver =
        keys.organization(founder)
            .orElseThrow(
                () ->
                    new HomeException(
                        HomeException.Reason.USAGE,
                        "This home holds no key of "
                            + founder
                            + ", which has to approve new organizations."));
    require(
        ledger.submit(
            statement(organization, its, List.of(founder)),
            List.of(
                new SignedBy(organization.orgOrPersId(), its.authority()),
                new SignedBy(founder, approver.authority()))));
  }

  /// Gives an organization its first person with a delegation for every act.
  void firstPerson(Ledger ledger, Founding founding, OrganizationKeys its, KeyOrigin origin)
      throws StoreException, KeyRingException, HomeException, IOException {
    ResourceId organization = its.organization();
    PersonKeys person =
        keys.persons().stream()
            .filter(known -> known.belongsTo().equals(organization))
            .findFirst()
            .orElse(null);
    if (person == null) {
      person = keys.addPerson(pseudonym(ledger), organization, origin);
    }
    enrolPerson(ledger, its, person, founding.person(), founding.email());
  }

  /// Enrols a person, unless she is already, and lets her sign for her organization.
  void enrolPerson(
      Ledger ledger,
      OrganizationKeys its,
      PersonKeys person,
      Optional<String> name,
      Optional<String> email)
      throws StoreException, HomeException, IOException {
    ResourceId organization = its.organization();
    SignedBy authority = new SignedBy(organization, its.authority());
    if (ledger.employer(person.person()).isEmpty()) {
      require(
          ledger.submit(
              new Statement.EnrolPerson(
                  person.person(),
                  organization,
                  person.signing().certificate(),
                  details(name, email, person)),
              List.of(authority)));
    }
    ResourceId id = person.person();
    if (!mayActInAll(ledger, id, organization)) {
      require(
          ledger.submit(
              new Statement.Delegate(organization, id, EnumSet.allOf(Act.class)),
              List.of(authority)));
    }
  }

  /// Whether the last step of a person's enrolment was made: the delegation for every act.
  static boolean mayActInAll(Ledger ledger, ResourceId person, ResourceId organization) {
    return EnumSet.allOf(Act.class).stream()
        .allMatch(act -> ledger.mayAct(person, organization, act));
  }

  /// Keeps the person's details here, and says what the chain may hold of them.
  private Optional<Commitment> details(
      Optional<String> name, Optional<String> email, PersonKeys person)
      throws IOException, HomeException {
    if (name.isEmpty() && email.isEmpty()) {
      return Optional.empty();
    }
    Contacts.Contact contact =
        new Contacts.Contact(
            named(name, email, person.person(), person.belongsTo()),
            Optional.of(Salt.random(random)));
    contacts.keep(contact);
    Opening opening = contact.opening().orElseThrow();
    return Optional.of(Commitments.commit(opening.salt(), opening.text()));
  }

  private static PersonInOrganization named(
      Optional<String> name, Optional<String> email, ResourceId person, ResourceId belongsTo)
      throws HomeException {
    Optional<String> whole = name.map(String::strip);
    int space = whole.map(text -> text.lastIndexOf(' ')).orElse(-1);
    try {
      return new PersonInOrganization(
          person,
          space < 0 ? Optional.empty() : whole.map(text -> text.substring(0, space)),
          whole.map(text -> text.substring(space + 1)),
          email,
          belongsTo);
    } catch (IllegalArgumentException e) {
      throw new HomeException(
          HomeException.Reason.USAGE, "The person cannot be named so: " + e.getMessage() + ".", e);
    }
  }

  /// An id that nobody has.
  ResourceId pseudonym(Ledger ledger) {
    for (int i = 0; i < MOST_TRIES; i++) {
      String number = String.format(java.util.Locale.ROOT, "%04d", random.nextInt(PSEUDONYMS));
      ResourceId id = new ResourceId("p-" + number);
      if (ledger.employer(id).isEmpty() && keys.person(id).isEmpty()) {
        return id;
      }
    }
    return new ResourceId("p-" + Long.toUnsignedString(random.nextLong(), 36));
  }

  private static void require(Outcome outcome) throws HomeException {
    switch (outcome) {
      case Outcome.Done ignored -> {}
      case Outcome.Refused refused ->
          throw new HomeException(HomeException.Reason.USAGE, refused.verdict().reason());
    }
  }
}

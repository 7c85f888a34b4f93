package touchmark.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.contacts.Contacts;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.AuthorityFile;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.crypto.CertificateRequest;
import touchmark.ledger.crypto.CompanyCertificates;
import touchmark.ledger.crypto.CompanyPath;
import touchmark.ledger.crypto.KeyOrigin;
import touchmark.ledger.crypto.KeyPlace;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.OrganizationKeys;
import touchmark.ledger.crypto.PersonFile;
import touchmark.ledger.crypto.PersonKeys;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.crypto.token.TokenChoice;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.PersonInOrganization;
import touchmark.ledger.model.ResourceId;

/// The keys and certificates of one home: what is done with them beyond signing.
///
/// Where an organization's authority key is needed and kept offline, or a token is missing, the
/// unchecked [touchmark.ledger.crypto.KeyUnavailableException] says so.
public final class Identities {
  private final Ledger ledger;
  private final KeyRing keys;
  private final Contacts contacts;
  private final Enrolment enrolment;
  private final CompanyCertificates company;
  private final Rotations rotations;
  private final Clock clock;

  Identities(Ledger ledger, KeyRing keys, Contacts contacts, SecureRandom random, Clock clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.contacts = contacts;
    this.enrolment = new Enrolment(keys, contacts, random);
    this.company = new CompanyCertificates(keys, ledger.limits(), clock);
    this.rotations = new Rotations(ledger, keys, clock);
    this.clock = clock;
  }

  /// A further person of an organization whose authority this home can use.
  ///
  /// @param name first and last name, kept off the ledger
  public record NewPerson(ResourceId organization, Optional<String> name, Optional<String> email) {}

  /// Makes a further person, enrols her, and lets her sign for the organization.
  ///
  /// @return her pseudonym
  public ResourceId addPerson(NewPerson person, KeyOrigin origin)
      throws HomeException, KeyRingException, StoreException, IOException {
    OrganizationKeys its = require(person.organization());
    PersonKeys made = keys.addPerson(enrolment.pseudonym(ledger), person.organization(), origin);
    enrolment.enrolPerson(ledger, its, made, person.name(), person.email());
    return made.person();
  }

  /// Makes a person of a key that came with a company certificate, enrols her, and lets her sign.
  ///
  /// @throws BadCertificateException if the company certificate is not one of the organization's
  public ResourceId addPerson(NewPerson person, PersonFile.Content.CompanyKey key)
      throws HomeException, KeyRingException, BadCertificateException, StoreException, IOException {
    OrganizationKeys its = require(person.organization());
    PersonKeys made =
        company.addPerson(
            enrolment.pseudonym(ledger), person.organization(), key.key(), key.certificates());
    enrolment.enrolPerson(ledger, its, made, person.name(), person.email());
    return made.person();
  }

  /// What a PKCS#12 file holds.
  public PersonFile.Content look(Path file, char[] password) throws KeyRingException {
    return new PersonFile(file).read(keys, password);
  }

  /// The one key in a token that this home does not know yet.
  ///
  /// @param label the token's name of it
  public PersonFile.Content.CompanyKey look(TokenChoice token, Optional<String> label)
      throws KeyRingException {
    return company.inToken(token, label);
  }

  /// Puts a person's backup back.
  public ResourceId restore(Path file, char[] password) throws KeyRingException {
    return new PersonFile(file).restoreTo(keys, password).person();
  }

  /// Takes over company certificates of keys that this home has.
  public CompanyCertificates.Taken take(List<Bytes> certificates)
      throws BadCertificateException, KeyRingException {
    return company.take(certificates);
  }

  /// The company certificate of an organization or person, if it has one and it is good now.
  public Optional<CompanyPath> companyCertificate(ResourceId id)
      throws BadCertificateException, KeyRingException {
    return company.of(id);
  }

  /// A request for a company certificate of an organization's authority key, as PEM.
  ///
  /// @param subject X.500 text; what the authority's own certificate says when empty
  public String requestForAuthority(ResourceId organization, Optional<String> subject)
      throws HomeException {
    SigningKey key = require(organization).authority();
    return request(key, subject.orElseGet(() -> read(key.certificate()).subject()));
  }

  /// A request for a company certificate of a person's key, as PEM.
  ///
  /// @param subject X.500 text; made of what is known of her when empty
  public String requestForPerson(ResourceId person, Optional<String> subject) throws HomeException {
    PersonKeys known =
        keys.person(person).orElseThrow(() -> usage("This home holds no key of " + person + "."));
    return request(known.signing(), subject.orElseGet(() -> subjectOf(known)));
  }

  private static String request(SigningKey key, String subject) throws HomeException {
    try {
      return CertificateRequest.pem(key, subject);
    } catch (IllegalArgumentException e) {
      throw new HomeException(HomeException.Reason.USAGE, e.getMessage() + ".", e);
    }
  }

  private String subjectOf(PersonKeys person) {
    String name =
        contacts
            .find(person.person())
            .map(Contacts.Contact::person)
            .map(Identities::fullName)
            .filter(text -> !text.isBlank())
            .orElse(person.person().value());
    String organization =
        ledger
            .organization(person.belongsTo())
            .map(Organization::displayName)
            .orElse(person.belongsTo().value());
    return "CN=" + escaped(name) + ",O=" + escaped(organization);
  }

  private static String fullName(PersonInOrganization person) {
    return (person.firstName().orElse("") + " " + person.lastName().orElse("")).strip();
  }

  private static String escaped(String text) {
    return text.replaceAll("([,+\"\\\\<>;=#])", "\\\\$1");
  }

  /// Every certificate whose key this home holds or remembers, the organizations first.
  public List<HeldCertificate> certificates() {
    Instant now = clock.instant();
    List<HeldCertificate> all = new ArrayList<>();
    for (OrganizationKeys its : keys.organizations()) {
      ResourceId id = its.organization();
      all.add(held(id, id, HeldCertificate.Use.AUTHORITY, its.authority(), now));
      all.add(held(id, id, HeldCertificate.Use.SEALING, its.sealer(), now));
      all.add(
          held(
              id,
              id,
              HeldCertificate.Use.ENCRYPTION,
              its.encryptionCertificate(),
              KeyPlace.HOME,
              now));
    }
    for (PersonKeys person : keys.persons()) {
      all.add(
          held(
              person.person(),
              person.belongsTo(),
              HeldCertificate.Use.SIGNING,
              person.signing(),
              now));
    }
    return List.copyOf(all);
  }

  private HeldCertificate held(
      ResourceId owner,
      ResourceId organization,
      HeldCertificate.Use use,
      SigningKey key,
      Instant now) {
    return held(owner, organization, use, key.certificate(), key.place(), now);
  }

  private HeldCertificate held(
      ResourceId owner,
      ResourceId organization,
      HeldCertificate.Use use,
      Bytes der,
      KeyPlace place,
      Instant now) {
    Certificate certificate = read(der);
    return new HeldCertificate(
        owner,
        organization,
        use,
        certificate.hash(),
        certificate.notAfter(),
        place,
        ledger.isRevoked(certificate.hash())
            ? HeldCertificate.Standing.REVOKED
            : HeldCertificate.standing(certificate.notBefore(), certificate.notAfter(), now));
  }

  /// The certificates of an organization and its people here, DER: nothing of them is secret.
  public List<Bytes> exported(ResourceId organization) throws HomeException {
    OrganizationKeys its = require(organization);
    List<Bytes> all = new ArrayList<>();
    all.add(its.authority().certificate());
    all.add(its.sealer().certificate());
    all.add(its.encryptionCertificate());
    keys.persons().stream()
        .filter(person -> person.belongsTo().equals(organization))
        .forEach(person -> all.add(person.signing().certificate()));
    return List.copyOf(all);
  }

  /// Writes a backup of a person's key.
  public void backUp(ResourceId person, Path file, char[] password) throws KeyRingException {
    new PersonFile(file).write(keys, person, password);
  }

  /// Moves an organization's authority key into a file of its own.
  public void moveAuthority(ResourceId organization, Path file, char[] password)
      throws KeyRingException {
    new AuthorityFile(file).takeFrom(keys, organization, password);
  }

  /// Lets this home use an authority's key from its file, until the home is closed.
  public ResourceId lendAuthority(Path file, char[] password) throws KeyRingException {
    return new AuthorityFile(file).lendTo(keys, password);
  }

  /// What became of a rotation.
  ///
  /// @param outcome refused, where a rule does; the old key then stays
  /// @param dropped says, in a sentence, that a key which an earlier attempt left waiting is of no
  ///   use, and why
  public record Rotated(Outcome outcome, Optional<String> dropped) {}

  /// Gives a person a new signing key, recorded by her organization's authority. What failed
  /// half-way is completed by the next attempt, if that asks for a key of the same kind.
  public Rotated rotateSigning(ResourceId person, KeyOrigin origin)
      throws HomeException, KeyRingException, StoreException {
    PersonKeys known =
        keys.person(person).orElseThrow(() -> usage("This home holds no key of " + person + "."));
    return rotations.signing(known, require(known.belongsTo()), origin);
  }

  /// Gives an organization a new encryption key. Packages for the one before still open.
  public Rotated rotateEncryption(ResourceId organization)
      throws HomeException, KeyRingException, StoreException {
    return rotations.encryption(require(organization));
  }

  /// Completes rotations that the ledger holds and the key ring does not know of yet.
  void completeRotations() throws KeyRingException {
    rotations.complete();
  }

  private OrganizationKeys require(ResourceId organization) throws HomeException {
    return keys.organization(organization)
        .orElseThrow(() -> usage("This home holds no keys of " + organization + "."));
  }

  private static HomeException usage(String sentence) {
    return new HomeException(HomeException.Reason.USAGE, sentence);
  }

  private static Certificate read(Bytes der) {
    try {
      return Certificate.parse(der);
    } catch (BadCertificateException e) {
      throw new IllegalStateException("a certificate that this program made can be read", e);
    }
  }
}

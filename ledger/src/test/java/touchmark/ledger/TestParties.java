package touchmark.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.OrganizationKeys;
import touchmark.ledger.crypto.PersonKeys;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.HashAlgorithm;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.ProductFile;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// The parties of the story, with real keys: Acme GmbH (Erin), Bolt Ltd (Ben) and Print Co (Pia)
/// are members and may act through their people; Outsider Inc (Otto) has keys and is no member.
public final class TestParties {
  /// When the story begins.
  public static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  public static final ResourceId ACME = new ResourceId("acme");
  public static final ResourceId BOLT = new ResourceId("bolt");
  public static final ResourceId PRINT = new ResourceId("print-co");
  public static final ResourceId OUTSIDER = new ResourceId("outsider");
  public static final ResourceId ERIN = new ResourceId("erin");
  public static final ResourceId BEN = new ResourceId("ben");
  public static final ResourceId PIA = new ResourceId("pia");
  public static final ResourceId OTTO = new ResourceId("otto");

  private static final TestParties SHARED = make();

  private final KeyRing ring;

  private TestParties(KeyRing ring) {
    this.ring = ring;
  }

  /// One set of keys for all tests of a process: making keys takes time.
  public static TestParties shared() {
    return SHARED;
  }

  private static TestParties make() {
    try {
      Path folder = Files.createTempDirectory("touchmark-parties");
      TestParties parties = create(folder.resolve("keys.p12"));
      try (Stream<Path> files = Files.list(folder)) {
        for (Path left : files.toList()) {
          Files.delete(left);
        }
      }
      Files.delete(folder);
      return parties;
    } catch (IOException | KeyRingException e) {
      throw new IllegalStateException("test keys cannot be made", e);
    }
  }

  /// New keys of all, kept in a file.
  public static TestParties create(Path file) throws KeyRingException {
    KeyRing ring = KeyRing.create(file, password(), Clock.fixed(START, ZoneOffset.UTC));
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addOrganization(BOLT, "Bolt Ltd");
    ring.addOrganization(PRINT, "Print Co");
    ring.addOrganization(OUTSIDER, "Outsider Inc");
    ring.addPerson(ERIN, ACME);
    ring.addPerson(BEN, BOLT);
    ring.addPerson(PIA, PRINT);
    ring.addPerson(OTTO, OUTSIDER);
    return new TestParties(ring);
  }

  /// New keys of Acme and Erin alone, kept in a file.
  public static TestParties createAcme(Path file) throws KeyRingException {
    KeyRing ring = KeyRing.create(file, password(), Clock.fixed(START, ZoneOffset.UTC));
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addPerson(ERIN, ACME);
    return new TestParties(ring);
  }

  /// The keys that [#create] or [#createAcme] left in a file, for another process.
  public static TestParties load(Path file) throws KeyRingException {
    return new TestParties(KeyRing.open(file, password(), Clock.fixed(START, ZoneOffset.UTC)));
  }

  private static char[] password() {
    return "test".toCharArray();
  }

  /// A clock at [#START].
  public static TestClock clock() {
    return new TestClock(START);
  }

  /// The keys of an organization.
  public OrganizationKeys organization(ResourceId id) {
    return ring.organization(id).orElseThrow();
  }

  /// The key of a person.
  public PersonKeys person(ResourceId id) {
    return ring.person(id).orElseThrow();
  }

  /// A new solo chain of Acme alone.
  public Ledger foundAlone(Path directory, Clock clock) throws StoreException {
    OrganizationKeys acme = organization(ACME);
    return Ledger.createSolo(
        directory,
        "Test network",
        enrolment(ACME, "Acme GmbH"),
        acme.authority(),
        acme.sealer(),
        clock);
  }

  /// A new solo chain with Acme, Bolt and Print Co as members, each with a person who may act.
  public Ledger found(Path directory, Clock clock) throws StoreException {
    Ledger ledger = foundAlone(directory, clock);
    enrolPerson(ledger, ERIN, ACME);
    enrolOrganization(ledger, BOLT, "Bolt Ltd");
    enrolPerson(ledger, BEN, BOLT);
    enrolOrganization(ledger, PRINT, "Print Co");
    enrolPerson(ledger, PIA, PRINT);
    return ledger;
  }

  /// Opens a chain that [#found] made.
  public Ledger open(Path directory, Clock clock) throws StoreException {
    return Ledger.open(directory, organization(ACME).sealer(), clock);
  }

  private void enrolOrganization(Ledger ledger, ResourceId id, String name) throws StoreException {
    done(
        ledger.submit(
            enrolment(id, name, ACME),
            List.of(
                new SignedBy(id, organization(id).authority()),
                new SignedBy(ACME, person(ERIN).signing()))));
  }

  /// Enrols a person and lets her act for the organization.
  public void enrolPerson(Ledger ledger, ResourceId person, ResourceId organization)
      throws StoreException {
    SignedBy authority = new SignedBy(organization, organization(organization).authority());
    done(ledger.submit(enrolment(person), List.of(authority)));
    done(
        ledger.submit(
            new Statement.Delegate(
                organization, person, Set.of(Act.CLAIM, Act.SEND, Act.RECEIVE, Act.ADMIN)),
            List.of(authority)));
  }

  /// The enrolment of an organization.
  public Statement.EnrolOrganization enrolment(
      ResourceId id, String name, ResourceId... approvedBy) {
    OrganizationKeys keys = organization(id);
    return new Statement.EnrolOrganization(
        new Organization(id, Optional.of(name), Optional.empty(), address()),
        keys.authority().certificate(),
        keys.encryptionCertificate(),
        List.of(approvedBy));
  }

  /// The enrolment of a person.
  public Statement.EnrolPerson enrolment(ResourceId person) {
    PersonKeys keys = person(person);
    return new Statement.EnrolPerson(
        person, keys.belongsTo(), keys.signing().certificate(), Optional.empty());
  }

  /// An organization's signature, made by its person.
  public List<SignedBy> signed(ResourceId organization) {
    ResourceId person =
        ring.persons().stream()
            .filter(keys -> keys.belongsTo().equals(organization))
            .findFirst()
            .orElseThrow()
            .person();
    return List.of(new SignedBy(organization, person(person).signing()));
  }

  /// Claims for an organization.
  public Outcome claim(
      Ledger ledger, ResourceId issuer, Fingerprint fingerprint, Fingerprint... sources)
      throws StoreException {
    return ledger.submit(claimOf(issuer, fingerprint, sources), signed(issuer));
  }

  /// Sends for an organization.
  public Outcome send(
      Ledger ledger, ResourceId from, ResourceId to, Fingerprint fingerprint, boolean forward)
      throws StoreException {
    return ledger.submit(
        new Statement.SendProductData(from, to, fingerprint, forward), signed(from));
  }

  /// A claim of a private model.
  public static Statement.RecordOwnership claimOf(
      ResourceId issuer, Fingerprint fingerprint, Fingerprint... sources) {
    Commitment label = new Commitment(fingerprint.digest());
    return new Statement.RecordOwnership(
        issuer,
        new DigitalAsset(
            fingerprint,
            HashAlgorithm.SHA_256,
            false,
            Optional.empty(),
            Optional.empty(),
            new ProductFile(
                new FileLabels.Sealed(label, List.of(label), List.of()),
                DataType.GEOMETRY_3D,
                List.of(sources))),
        List.of());
  }

  /// The fingerprint of a file that holds this text.
  public static Fingerprint fingerprint(String text) {
    return new Fingerprint(Hashing.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// What was recorded.
  public static Outcome.Done done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> done;
      case Outcome.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static Address address() {
    return new Address(
        "Hauptstrasse",
        Optional.of("1"),
        "Ulm",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "DE");
  }
}

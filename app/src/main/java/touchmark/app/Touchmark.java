package touchmark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchmark.app.contacts.Contacts;
import touchmark.app.contacts.LabelBook;
import touchmark.app.contacts.Names;
import touchmark.app.contacts.ReasonBook;
import touchmark.app.delivery.PackageReader;
import touchmark.app.delivery.PackageWriter;
import touchmark.app.delivery.ProposalFolder;
import touchmark.app.difference.Comparer;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Inspector;
import touchmark.app.journal.Journal;
import touchmark.app.release.Quarantine;
import touchmark.app.timeline.Chronicle;
import touchmark.app.usecase.BrowseLibrary;
import touchmark.app.usecase.CheckSignatures;
import touchmark.app.usecase.ClaimDesign;
import touchmark.app.usecase.EntrustPeople;
import touchmark.app.usecase.FollowPart;
import touchmark.app.usecase.GiveReceipt;
import touchmark.app.usecase.HandOver;
import touchmark.app.usecase.ObjectTo;
import touchmark.app.usecase.OpenPackage;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareDesign;
import touchmark.app.usecase.SignDesign;
import touchmark.app.usecase.Signatory;
import touchmark.app.usecase.TellHistory;
import touchmark.app.usecase.VerifyPrint;
import touchmark.app.vault.Vault;
import touchmark.app.verify.Verifier;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.OrganizationKeys;
import touchmark.ledger.crypto.PersonKeys;
import touchmark.ledger.crypto.Pins;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.ResourceId;

/// The root: one opened home, everything built by hand, once. Both front doors (commands, window)
/// start here. Safe for use by any thread.
public final class Touchmark implements AutoCloseable {
  private final HomeLayout layout;
  private final HomeFile homeFile;
  private final HomeLock lock;
  private final Optional<KeyRing> keys;
  private final Ledger ledger;
  private final Contacts contacts;
  private final Clock clock;
  private final Journal journal;
  private final Vault vault;
  private final Names names;
  private final SecureRandom random = new SecureRandom();
  private final ProductFiles files = new ProductFiles();
  private final Inspector inspector = new Inspector();
  private final Comparer comparer = new Comparer();
  private final ClaimDesign claim;
  private final ShareDesign share;
  private final VerifyPrint verify;
  private final CheckSignatures signatures;
  private final SignDesign sign;
  private final TellHistory history;
  private final BrowseLibrary library;
  private final OpenPackage openPackage;
  private final GiveReceipt receipt;
  private final Quarantine quarantine;
  private final ProposalFolder proposals;
  private final HandOver handOver;
  private final ObjectTo objectTo;
  private final FollowPart parts;
  private final EntrustPeople people;

  private Touchmark(
      HomeLayout layout,
      HomeFile homeFile,
      HomeLock lock,
      Optional<KeyRing> keys,
      Ledger ledger,
      Contacts contacts,
      Clock clock) {
    this.layout = layout;
    this.homeFile = homeFile;
    this.lock = lock;
    this.keys = keys;
    this.ledger = ledger;
    this.contacts = contacts;
    this.clock = clock;
    this.journal = new Journal(layout.journal());
    this.vault = new Vault(layout.vault());
    LabelBook labels = new LabelBook(layout.openings());
    this.names = new Names(ledger, labels, vault, clock.getZone());
    Signatory signatory = new Signatory(keys);
    Verifier verifier = new Verifier(ledger, names, vault, files, inspector, comparer, clock);
    this.claim =
        new ClaimDesign(
            ledger, signatory, files, inspector, vault, labels, names, journal, random, clock);
    this.share =
        new ShareDesign(
            ledger, signatory, vault, labels, names, journal, new PackageWriter(random), clock);
    this.signatures = new CheckSignatures(ledger, names, keys, clock);
    this.sign = new SignDesign(ledger, files, keys, clock);
    this.verify = new VerifyPrint(files, inspector, signatures, verifier, journal, clock);
    ReasonBook reasons = new ReasonBook(layout.reasons(), random);
    this.proposals = new ProposalFolder(layout.proposals());
    this.handOver = new HandOver(ledger, signatory, proposals);
    this.objectTo = new ObjectTo(ledger, signatory, reasons);
    this.parts = new FollowPart(ledger, signatory);
    this.people = new EntrustPeople(ledger, keys);
    this.history = new TellHistory(new Chronicle(ledger, names, journal, reasons));
    this.library = new BrowseLibrary(ledger, names, vault);
    this.receipt = new GiveReceipt(ledger, keys, homeFile.founder());
    this.quarantine = new Quarantine(layout.quarantine(), clock);
    this.openPackage =
        new OpenPackage(
            ledger, keys.map(ring -> new PackageReader(ring, vault)), labels, files, inspector);
  }

  /// Whether a directory is a home.
  public static boolean existsIn(Path home) {
    return Files.isRegularFile(new HomeLayout(home).homeFile());
  }

  /// Whether opening a home takes the password of its key store.
  public static boolean needsPassword(Path home) {
    return Files.exists(new HomeLayout(home).keys());
  }

  /// Where a home keeps its ledger, for checking one that does not open.
  public static Path ledgerIn(Path home) {
    return new HomeLayout(home).ledger();
  }

  /// Makes a home: keys, a solo ledger, the organization and its first person with a delegation.
  /// When it fails, nothing is left.
  ///
  /// @param home a new or empty directory
  public static Touchmark create(Path home, Founding founding, char[] password, Clock clock)
      throws HomeException {
    return create(home, founding, KeyPlan.DEFAULT, password, clock, Pins.NONE);
  }

  /// The same with keys of other kinds or in tokens.
  ///
  /// @throws touchmark.ledger.crypto.KeyUnavailableException if a token cannot be used
  public static Touchmark create(
      Path home, Founding founding, KeyPlan plan, char[] password, Clock clock, Pins pins)
      throws HomeException {
    return create(home, founding, plan, password, clock, pins, false);
  }

  /// Makes a home in which nothing counts: the sample's.
  public static Touchmark createSample(Path home, Founding founding, char[] password, Clock clock)
      throws HomeException {
    return create(home, founding, KeyPlan.DEFAULT, password, clock, Pins.NONE, true);
  }

  private static Touchmark create(
      Path home,
      Founding founding,
      KeyPlan plan,
      char[] password,
      Clock clock,
      Pins pins,
      boolean sample)
      throws HomeException {
    HomeLayout layout = new HomeLayout(home);
    Organization organization = Enrolment.organization(founding);
    try {
      new HomeMaker(layout)
          .make(
              sample,
              () -> {
                try {
                  KeyRing keys = KeyRing.create(layout.keys(), password, clock, pins);
                  return Optional.of(found(layout, founding, organization, plan, keys, clock));
                } catch (KeyRingException e) {
                  throw keys(e);
                }
              });
    } catch (IOException e) {
      throw disk("The home " + home + " cannot be made", e);
    }
    return open(home, password, clock, pins);
  }

  private static ResourceId found(
      HomeLayout layout,
      Founding founding,
      Organization organization,
      KeyPlan plan,
      KeyRing keys,
      Clock clock)
      throws IOException, HomeException, KeyRingException {
    try {
      Contacts contacts = Contacts.open(layout.contacts());
      Enrolment enrolment = new Enrolment(keys, contacts, new SecureRandom());
      OrganizationKeys its = enrolment.keysOf(organization, plan.authority());
      try (Ledger ledger =
          Ledger.createSolo(
              layout.ledger(),
              organization.displayName(),
              Enrolment.statement(organization, its, List.of()),
              its.authority(),
              its.sealer(),
              clock)) {
        enrolment.firstPerson(ledger, founding, its, plan.person());
        // While the authority's key, which vouches for them, is at hand.
        ledger.receipts().beginCheckpointsOf(keys.makeCheckpointKeys(its.organization()));
      }
      return organization.orgOrPersId();
    } catch (StoreException e) {
      throw disk("The ledger cannot be made", e);
    }
  }

  /// Makes a home that only looks: an exported chain, checked block by block, and no keys.
  ///
  /// @param home a new or empty directory
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public static Touchmark importChain(Path exported, Path home, Clock clock, Progress progress)
      throws HomeException {
    HomeLayout layout = new HomeLayout(home);
    try {
      new HomeMaker(layout)
          .make(
              false,
              () -> {
                try {
                  Ledger.importFrom(exported, layout.ledger(), progress);
                } catch (StoreException e) {
                  throw disk("The chain in " + exported + " cannot be taken over", e);
                }
                return Optional.empty();
              });
    } catch (IOException e) {
      throw disk("The home " + home + " cannot be made", e);
    }
    return open(home, new char[0], clock);
  }

  /// Opens a home. A home that only holds an imported chain has no keys and needs no password.
  public static Touchmark open(Path home, char[] password, Clock clock) throws HomeException {
    return open(home, password, clock, Pins.NONE);
  }

  /// The same, where keys may live in tokens. A token is opened when its key first signs.
  public static Touchmark open(Path home, char[] password, Clock clock, Pins pins)
      throws HomeException {
    HomeLayout layout = new HomeLayout(home);
    if (!existsIn(home)) {
      throw new HomeException(
          HomeException.Reason.NO_HOME,
          home + " is not a Touchmark home; make one with `touchmark init`.");
    }
    Opening opening = new Opening(layout);
    try {
      return opening.open(password, clock, pins);
    } catch (KeyRingException e) {
      throw keys(e);
    } catch (StoreException e) {
      throw disk("The ledger in " + home + " cannot be opened", e);
    } catch (IOException e) {
      throw disk("The home " + home + " cannot be opened", e);
    } finally {
      opening.letGoUnlessDone();
    }
  }

  /// Opens the parts of a home one after the other, and lets go of them again if one fails.
  private static final class Opening {
    private final HomeLayout layout;
    private @Nullable HomeLock lock;
    private @Nullable Ledger ledger;
    private boolean done;

    Opening(HomeLayout layout) {
      this.layout = layout;
    }

    Touchmark open(char[] password, Clock clock, Pins pins)
        throws HomeException, KeyRingException, StoreException, IOException {
      HomeFile homeFile = HomeFile.read(layout.homeFile());
      HomeLock taken = HomeLock.take(layout);
      lock = taken;
      LeftOvers left = new LeftOvers(layout);
      left.sweep();
      left.sweepLedger(clock.instant());
      Optional<KeyRing> keys =
          Files.exists(layout.keys())
              ? Optional.of(KeyRing.open(layout.keys(), password, clock, pins))
              : Optional.empty();
      SigningKey sealer = null;
      if (keys.isPresent() && homeFile.founder().isPresent()) {
        sealer =
            keys.get()
                .organization(homeFile.founder().get())
                .map(OrganizationKeys::sealer)
                .orElse(null);
      }
      Ledger opened = Ledger.open(layout.ledger(), sealer, clock);
      ledger = opened;
      Touchmark touchmark =
          new Touchmark(
              layout, homeFile, taken, keys, opened, Contacts.open(layout.contacts()), clock);
      if (keys.isPresent()) {
        touchmark.identities().completeRotations();
      }
      done = true;
      return touchmark;
    }

    void letGoUnlessDone() throws HomeException {
      if (done) {
        return;
      }
      if (ledger != null) {
        ledger.close();
      }
      if (lock != null) {
        try {
          lock.close();
        } catch (IOException e) {
          throw disk("The lock of " + layout.home() + " cannot be let go", e);
        }
      }
    }
  }

  /// Adds a further organization with its first person to this home's network, approved by the
  /// founder. An attempt that failed half-way is completed by the next.
  ///
  /// @throws HomeException with USAGE when it is a party of this home already
  public Party addOrganization(Founding founding) throws HomeException {
    return addOrganization(founding, KeyPlan.DEFAULT);
  }

  /// The same with keys of other kinds or in tokens.
  ///
  /// @throws touchmark.ledger.crypto.KeyUnavailableException if a token, or the founder's authority
  ///   key, cannot be used
  public Party addOrganization(Founding founding, KeyPlan plan) throws HomeException {
    Organization organization = Enrolment.organization(founding);
    ResourceId id = organization.orgOrPersId();
    if (keys.isEmpty() || homeFile.founder().isEmpty()) {
      throw new HomeException(
          HomeException.Reason.USAGE,
          "This home holds no keys; it only looks at an imported chain.");
    }
    if (party(id)
        .flatMap(Party::signedBy)
        .filter(person -> Enrolment.mayActInAll(ledger, person, id))
        .isPresent()) {
      throw new HomeException(
          HomeException.Reason.USAGE, organization.displayName() + " is in this home already.");
    }
    try {
      Enrolment enrolment = new Enrolment(keys.get(), contacts, random);
      OrganizationKeys its = enrolment.keysOf(organization, plan.authority());
      enrolment.enrol(ledger, organization, its, homeFile.founder().get());
      enrolment.firstPerson(ledger, founding, its, plan.person());
    } catch (KeyRingException e) {
      throw keys(e);
    } catch (StoreException e) {
      throw disk("The ledger cannot record the organization", e);
    } catch (IOException e) {
      throw disk("The person's details cannot be kept", e);
    }
    return party(id).orElseThrow();
  }

  /// Whom this home can act for, the founder first.
  public List<Party> parties() {
    Map<ResourceId, Party> parties = new LinkedHashMap<>();
    for (PersonKeys person : keys.map(KeyRing::persons).orElse(List.of())) {
      ResourceId organization = person.belongsTo();
      if (ledger.employer(person.person()).filter(organization::equals).isPresent()) {
        parties.putIfAbsent(
            organization,
            new Party(organization, names.of(organization), Optional.of(person.person())));
      }
    }
    List<Party> ordered = new ArrayList<>();
    homeFile.founder().map(parties::remove).ifPresent(ordered::add);
    parties.values().stream()
        .sorted(Comparator.comparing(Party::name).thenComparing(Party::resource))
        .forEach(ordered::add);
    return List.copyOf(ordered);
  }

  /// A party by id, also one that the ledger knows but this home holds no key for.
  public Optional<Party> party(ResourceId id) {
    Optional<Party> own =
        parties().stream().filter(party -> party.resource().equals(id)).findFirst();
    if (own.isPresent()) {
      return own;
    }
    boolean ownPerson = keys.flatMap(ring -> ring.person(id)).isPresent();
    boolean known = ledger.organization(id).isPresent() || ledger.employer(id).isPresent();
    return known
        ? Optional.of(new Party(id, names.of(id), ownPerson ? Optional.of(id) : Optional.empty()))
        : Optional.empty();
  }

  /// What can be done with the keys of this home.
  ///
  /// @throws HomeException with USAGE in a home that only looks
  public Identities identities() throws HomeException {
    return new Identities(
        ledger,
        keys.orElseThrow(
            () ->
                new HomeException(
                    HomeException.Reason.USAGE,
                    "This home holds no keys; it only looks at an imported chain.")),
        contacts,
        random,
        clock);
  }

  /// A party of which one of this home's persons signs: an organization for which she acts.
  public Optional<Party> party(ResourceId person, ResourceId organization) {
    return keys.flatMap(ring -> ring.person(person))
        .filter(known -> known.belongsTo().equals(organization))
        .map(known -> new Party(organization, names.of(organization), Optional.of(person)));
  }

  public Path home() {
    return layout.home();
  }

  /// Whether nothing in this home counts.
  public boolean isSample() {
    return homeFile.sample();
  }

  public Ledger ledger() {
    return ledger;
  }

  /// The identities; empty in a home that only looks.
  public Optional<KeyRing> keys() {
    return keys;
  }

  public Contacts contacts() {
    return contacts;
  }

  public Journal journal() {
    return journal;
  }

  public Vault vault() {
    return vault;
  }

  public Names names() {
    return names;
  }

  public ProductFiles files() {
    return files;
  }

  public Inspector inspector() {
    return inspector;
  }

  public Comparer comparer() {
    return comparer;
  }

  public ClaimDesign claim() {
    return claim;
  }

  public ShareDesign share() {
    return share;
  }

  /// Signatures inside files, as this station sees them.
  public CheckSignatures signatures() {
    return signatures;
  }

  /// Signed copies of files.
  public SignDesign sign() {
    return sign;
  }

  public VerifyPrint verify() {
    return verify;
  }

  public TellHistory history() {
    return history;
  }

  public BrowseLibrary library() {
    return library;
  }

  public Quarantine quarantine() {
    return quarantine;
  }

  /// Transactions that wait for the signature of another party.
  public ProposalFolder proposals() {
    return proposals;
  }

  public HandOver handOver() {
    return handOver;
  }

  public ObjectTo objectTo() {
    return objectTo;
  }

  public FollowPart parts() {
    return parts;
  }

  public EntrustPeople people() {
    return people;
  }

  public OpenPackage openPackage() {
    return openPackage;
  }

  public GiveReceipt receipt() {
    return receipt;
  }

  @Override
  public void close() {
    ledger.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The lock of " + home() + " cannot be let go", e);
    }
  }

  private static HomeException disk(String what, Exception cause) {
    return new HomeException(HomeException.Reason.DISK, what + ": " + cause.getMessage(), cause);
  }

  private static HomeException keys(KeyRingException cause) {
    return new HomeException(
        cause.wrongPassword() ? HomeException.Reason.WRONG_PASSWORD : HomeException.Reason.DISK,
        String.valueOf(cause.getMessage()),
        cause);
  }
}

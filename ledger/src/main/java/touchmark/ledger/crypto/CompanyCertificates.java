package touchmark.ledger.crypto;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.token.Token;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.crypto.token.TokenChoice;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.ResourceId;

/// Certificates that a company's own authority issued for keys of a ring. They name people and stay
/// off the ledger; the organization's authority binds key and hash of each in a pseudonymous
/// certificate of the same key.
public final class CompanyCertificates {
  private final KeyRing ring;
  private final int longestPath;
  private final Clock clock;

  /// @param limits of the network that the ring's organizations belong to
  public CompanyCertificates(KeyRing ring, Limits limits, Clock clock) {
    this.ring = ring;
    this.longestPath = limits.longestPath();
    this.clock = clock;
  }

  /// Takes over a company certificate of a key in the ring, found among the given certificates by
  /// its key. An organization's own path ends at a certificate that signs itself, which is trusted
  /// from then on for its people; a person's ends at that one, or at the organization's authority.
  ///
  /// @return whose it is, and the path
  /// @throws BadCertificateException if no certificate is of a key in the ring, or the path is not
  ///   good
  /// @throws KeyRingException if the ring cannot be saved
  /// @throws KeyUnavailableException if the organization's authority key cannot be used
  public Taken take(List<Bytes> certificates) throws BadCertificateException, KeyRingException {
    for (Bytes der : certificates) {
      PublicKey key = CompanyPath.parse(der).getPublicKey();
      for (OrganizationKeys organization : ring.organizations()) {
        if (same(key, organization.authority())
            && !der.equals(organization.authority().certificate())) {
          return takeForOrganization(organization.organization(), der, certificates);
        }
      }
      for (PersonKeys person : ring.persons()) {
        if (same(key, person.signing()) && !der.equals(person.signing().certificate())) {
          return takeForPerson(person, der, certificates);
        }
      }
    }
    throw new BadCertificateException(
        "none of the certificates is of a key in this home; ask for one with `identity csr`, or"
            + " import the key with it as PKCS#12");
  }

  /// Whose company certificate was taken over.
  public record Taken(ResourceId owner, CompanyPath path) {}

  /// Makes a person of a key that came with a company certificate.
  ///
  /// @param certificates DER, those between the key's own and the trusted one among them
  /// @throws BadCertificateException if the path is not good
  /// @throws KeyRingException if the key is of no use, the ring has the key or the person already,
  ///   or cannot be saved
  /// @throws KeyUnavailableException if the token, or the organization's authority key, cannot be
  ///   used
  public PersonKeys addPerson(
      ResourceId person, ResourceId organization, ForeignKey key, List<Bytes> certificates)
      throws BadCertificateException, KeyRingException {
    CompanyPath path = pathOf(organization, key.certificate(), certificates);
    key.requirePair();
    Optional<ResourceId> owner = owner(key.publicKey());
    if (owner.isPresent()) {
      throw new KeyRingException("the key is in this home already, as that of " + owner.get());
    }
    String alias = Alias.ofPerson(person, organization);
    return ring.change(
            fresh -> {
              KeyRing.requireNew(fresh.person(person).isPresent(), person);
              KeyRing.Authority authority = KeyRing.authority(fresh, organization);
              key.keep(
                  fresh.entries(),
                  alias,
                  bound(key.publicKey(), person, key.certificate(), authority),
                  authority.certificate().der());
              fresh.entries().putCompanyPath(alias, path.der());
            })
        .requirePerson(person);
  }

  /// The key in a token that is not in the ring yet and has a certificate beside it: the only P-256
  /// one, or the one that is meant.
  ///
  /// @param label the token's name of the one key that is meant; any when empty
  /// @throws KeyRingException if there is none, or more than one, or the one that is meant is not
  ///   P-256
  /// @throws KeyUnavailableException if the token cannot be used
  public PersonFile.Content.CompanyKey inToken(TokenChoice choice, Optional<String> label)
      throws KeyRingException {
    TokenAddress address = Tokens.said(choice::find);
    List<Token.Entry> entries =
        ring.tokens().use(address, Token::entries).stream()
            .filter(entry -> label.map(entry.label()::equals).orElse(isP256(entry)))
            .filter(entry -> owner(entry.publicKey()).isEmpty())
            .toList();
    if (entries.size() != 1) {
      throw new KeyRingException(
          "the %s holds %s; %s"
              .formatted(
                  address,
                  entries.isEmpty()
                      ? "no such key with a certificate"
                      : "several keys: " + entries.stream().map(Token.Entry::label).toList(),
                  "name one with --key-label"));
    }
    Token.Entry entry = entries.getFirst();
    if (!isP256(entry)) {
      throw new KeyRingException(
          "the key '%s' in the %s is of no use: a P-256 key is expected, not %s"
              .formatted(entry.label(), address, ForeignKey.kindOf(entry.publicKey())));
    }
    return new PersonFile.Content.CompanyKey(
        ForeignKey.InToken.of(ring.tokens(), address, entry),
        entry.chain().stream().map(CompanyPath::encoded).toList());
  }

  private static boolean isP256(Token.Entry entry) {
    return KeyAlgorithm.of(entry.publicKey()).filter(KeyAlgorithm.P256::equals).isPresent();
  }

  /// The company certificate of an organization or person, validated again as of now.
  ///
  /// @return empty when there is none
  /// @throws BadCertificateException if its path is not good any more, or the organization's
  ///   binding does not hold
  /// @throws KeyRingException if the ring cannot be read
  public Optional<CompanyPath> of(ResourceId id) throws BadCertificateException, KeyRingException {
    KeyEntries entries = ring.content().entries();
    Optional<PersonKeys> person = ring.person(id);
    if (person.isEmpty()) {
      List<Bytes> stored = entries.companyPath(Alias.AUTHORITY.of(id));
      return stored.isEmpty()
          ? Optional.empty()
          : Optional.of(
              CompanyPath.validate(
                  CertificateUse.AUTHORITY,
                  stored.getFirst(),
                  stored,
                  trust(roots(stored)),
                  now()));
    }
    String alias = Alias.ofPerson(id, person.get().belongsTo());
    List<Bytes> stored = entries.companyPath(alias);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    CompanyPath path = pathOf(person.get().belongsTo(), stored.getFirst(), stored);
    Bytes binding =
        entries.has(Alias.bindingOf(alias))
            ? entries.certificate(Alias.bindingOf(alias))
            : person.get().signing().certificate();
    requireBound(binding, id, person.get().belongsTo(), path);
    return Optional.of(path);
  }

  private Taken takeForOrganization(
      ResourceId organization, Bytes certificate, List<Bytes> certificates)
      throws BadCertificateException, KeyRingException {
    List<Bytes> others = certificates.stream().filter(der -> !der.equals(certificate)).toList();
    CompanyPath path =
        CompanyPath.validate(
            CertificateUse.AUTHORITY, certificate, others, trust(roots(others)), now());
    ring.change(
        fresh -> fresh.entries().putCompanyPath(Alias.AUTHORITY.of(organization), path.der()));
    return new Taken(organization, path);
  }

  /// The certificates at which an organization's own path may end: those that name themselves as
  /// their issuers. Whether the one that ends it signed itself is judged with the path.
  private static List<Bytes> roots(List<Bytes> certificates) throws BadCertificateException {
    CompanyPath.requireFew(certificates.size());
    List<Bytes> roots = new ArrayList<>();
    for (Bytes der : certificates) {
      if (CompanyPath.namesItself(CompanyPath.parse(der))) {
        roots.add(der);
      }
    }
    return roots;
  }

  private Taken takeForPerson(PersonKeys person, Bytes certificate, List<Bytes> certificates)
      throws BadCertificateException, KeyRingException {
    CompanyPath path = pathOf(person.belongsTo(), certificate, certificates);
    String alias = Alias.ofPerson(person.person(), person.belongsTo());
    ring.change(
        fresh -> {
          KeyRing.Authority authority = KeyRing.authority(fresh, person.belongsTo());
          fresh.entries().remove(Alias.bindingOf(alias));
          fresh
              .entries()
              .putCertificate(
                  Alias.bindingOf(alias),
                  bound(path.leaf().getPublicKey(), person.person(), certificate, authority));
          fresh.entries().putCompanyPath(alias, path.der());
        });
    return new Taken(person.person(), path);
  }

  /// A person's path ends at her organization's authority, or where the organization's own company
  /// path ends; where that one names the organization (O), so does hers.
  private CompanyPath pathOf(ResourceId organization, Bytes leaf, List<Bytes> others)
      throws BadCertificateException, KeyRingException {
    List<Bytes> trusted = new ArrayList<>();
    ring.organization(organization).ifPresent(keys -> trusted.add(keys.authority().certificate()));
    Optional<CompanyPath> own = of(organization);
    List<Bytes> between = others;
    if (own.isPresent()) {
      trusted.add(own.get().der().getLast());
      between = CertificateText.join(others, own.get().der());
    }
    CompanyPath path =
        CompanyPath.validate(CertificateUse.SIGNING, leaf, between, trust(trusted), now());
    Optional<String> expected = own.flatMap(CompanyPath::organizationName);
    if (expected.isPresent() && !path.organizationName().equals(expected)) {
      throw new BadCertificateException(
          "the certificate of %s names the organization '%s', and that of %s names '%s'"
              .formatted(
                  path.subject(),
                  path.organizationName().orElse(""),
                  organization,
                  expected.get()));
    }
    return path;
  }

  private void requireBound(
      Bytes binding, ResourceId person, ResourceId organization, CompanyPath path)
      throws BadCertificateException, KeyRingException {
    Certificate bound = Certificate.parse(binding);
    Certificate authority = KeyRing.authority(ring.content(), organization).certificate();
    new Certificates().requireIssued(bound, CertificateUse.SIGNING, authority, now());
    CertificateHash hash = Hashing.certificate(path.der().getFirst());
    if (!bound.isNamedOnly(person)
        || !bound.companyCertificate().equals(Optional.of(hash))
        || !Arrays.equals(
            KeyEntries.x509(binding).getPublicKey().getEncoded(),
            path.leaf().getPublicKey().getEncoded())) {
      throw new BadCertificateException(
          "the certificate of %s is not the one that %s bound to %s"
              .formatted(path.subject(), organization, person));
    }
  }

  private Bytes bound(PublicKey key, ResourceId person, Bytes company, KeyRing.Authority authority)
      throws KeyRingException {
    return ring.issuer()
        .issueBound(
            key,
            person,
            Hashing.certificate(company),
            authority.certificate(),
            authority.key()::sign);
  }

  /// Whose key of this home it is: of two persons with one key nobody could tell who signed.
  private Optional<ResourceId> owner(PublicKey key) {
    return Stream.concat(
            ring.persons().stream()
                .filter(person -> same(key, person.signing()))
                .map(PersonKeys::person),
            ring.organizations().stream()
                .filter(organization -> same(key, organization.authority()))
                .map(OrganizationKeys::organization))
        .findFirst();
  }

  private static boolean same(PublicKey key, SigningKey other) {
    return Arrays.equals(
        key.getEncoded(), KeyEntries.x509(other.certificate()).getPublicKey().getEncoded());
  }

  private CompanyPath.Trust trust(List<Bytes> anchors) {
    return new CompanyPath.Trust(anchors, longestPath);
  }

  private Instant now() {
    return clock.instant();
  }
}

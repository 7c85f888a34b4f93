package touchmark.ledger.crypto;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// The identities of one home: a PKCS#12 key store under a password. Other tools can open it too.
/// Keys may also live in PKCS#11 tokens, and an authority's in a file of its own; the store then
/// holds their certificates and remembers where they are.
///
/// Safe for use by any thread. Keys are added to the file as it is then, so that two processes may
/// each add theirs. What is done with keys once they are here: [KeyRotation], [AuthorityFile],
/// [CompanyCertificates], [PersonFile].
public final class KeyRing {
  private final KeyStoreFile file;
  private final char[] password;
  private final CertificateIssuer issuer;
  private final Tokens tokens;

  /// Authority keys that were lent from their files; guarded by this.
  private final Map<ResourceId, SigningKey> lent = new HashMap<>();

  /// What the file held when it was last read; replaced whole, under this ring's lock.
  private volatile Content content;

  record Content(
      KeyEntries entries, List<OrganizationKeys> organizations, List<PersonKeys> persons) {
    Optional<OrganizationKeys> organization(ResourceId id) {
      return organizations.stream().filter(keys -> keys.organization().equals(id)).findFirst();
    }

    Optional<PersonKeys> person(ResourceId id) {
      return persons.stream().filter(keys -> keys.person().equals(id)).findFirst();
    }

    OrganizationKeys requireOrganization(ResourceId id) throws KeyRingException {
      return organization(id)
          .orElseThrow(
              () -> new KeyRingException("the key store lacks the authority key of " + id));
    }

    PersonKeys requirePerson(ResourceId id) throws KeyRingException {
      return person(id)
          .orElseThrow(() -> new KeyRingException("the key store has no key of " + id));
    }
  }

  private KeyRing(KeyStoreFile file, char[] password, Clock clock, Tokens tokens)
      throws KeyRingException {
    this.file = file;
    this.password = password;
    this.issuer = new CertificateIssuer(clock, new SecureRandom());
    this.tokens = tokens;
    KeyEntries entries = new KeyEntries(file.read(password), password, tokens);
    this.content = new Content(entries, entries.organizations(), entries.persons());
  }

  /// Makes an empty key store; fails if the file exists.
  public static KeyRing create(Path path, char[] password, Clock clock) throws KeyRingException {
    return create(path, password, clock, Pins.NONE);
  }

  /// The same, for keys in tokens.
  public static KeyRing create(Path path, char[] password, Clock clock, Pins pins)
      throws KeyRingException {
    KeyStoreFile file = new KeyStoreFile(path);
    file.exclusively(() -> file.create(KeyStoreFile.empty(), password));
    return open(path, password, clock, pins);
  }

  /// Opens a key store.
  ///
  /// @throws KeyRingException if it is missing, damaged, or the password is wrong, which
  ///   [KeyRingException#wrongPassword] tells apart
  public static KeyRing open(Path path, char[] password, Clock clock) throws KeyRingException {
    return open(path, password, clock, Pins.NONE);
  }

  /// The same, for keys in tokens. No token is opened before its key is needed.
  public static KeyRing open(Path path, char[] password, Clock clock, Pins pins)
      throws KeyRingException {
    return new KeyRing(new KeyStoreFile(path), password.clone(), clock, new Tokens(pins));
  }

  /// Makes an organization's authority, sealing and encryption keys with their certificates, and
  /// saves them (the file is replaced in one step).
  ///
  /// @param displayName goes into the certificates' subject as O
  /// @throws KeyRingException if the ring has the organization already, or cannot be saved
  public OrganizationKeys addOrganization(ResourceId organization, String displayName)
      throws KeyRingException {
    return addOrganization(organization, displayName, KeyOrigin.DEFAULT);
  }

  /// The same with an authority key of another origin. The sealing key is of the same algorithm and
  /// always in the key store, since an unattended machine uses it; the encryption key is P-256.
  ///
  /// @throws KeyUnavailableException if the token cannot be used
  public OrganizationKeys addOrganization(
      ResourceId organization, String displayName, KeyOrigin authority) throws KeyRingException {
    Content changed =
        change(
            fresh -> {
              requireNew(fresh.organization(organization).isPresent(), organization);
              addOrganization(fresh.entries(), organization, displayName, authority);
            });
    return changed.organization(organization).orElseThrow();
  }

  /// Makes a person's signing key; the certificate's subject is the id alone, and the
  /// organization's authority issues it.
  ///
  /// @throws KeyRingException if the ring lacks the organization's authority key, has the person
  ///   already, or cannot be saved
  public PersonKeys addPerson(ResourceId person, ResourceId organization) throws KeyRingException {
    return addPerson(person, organization, KeyOrigin.DEFAULT);
  }

  /// The same with a key of another origin.
  ///
  /// @throws KeyUnavailableException if the token, or the organization's authority key, cannot be
  ///   used
  public PersonKeys addPerson(ResourceId person, ResourceId organization, KeyOrigin origin)
      throws KeyRingException {
    Content changed =
        change(
            fresh -> {
              requireNew(fresh.person(person).isPresent(), person);
              Authority authority = authority(fresh, organization);
              NewKey key = newKey(origin);
              key.keep(
                  fresh.entries(),
                  Alias.ofPerson(person, organization),
                  pseudonymous(key, person, authority),
                  authority.certificate().der());
            });
    return changed.person(person).orElseThrow();
  }

  /// The keys with which an organization signs checkpoints, if they were made here.
  ///
  /// @throws KeyRingException if they are damaged
  public Optional<CheckpointKeys> checkpointKeys(ResourceId organization) throws KeyRingException {
    return new CheckpointEntries(content.entries()).of(organization);
  }

  /// Makes new keys to sign checkpoints with, which have signed nothing yet. Those that were there
  /// are forgotten.
  ///
  /// @throws KeyRingException if the ring lacks the organization's authority key, which vouches for
  ///   them, or cannot be saved
  public CheckpointKeys makeCheckpointKeys(ResourceId organization) throws KeyRingException {
    Content changed =
        change(
            fresh ->
                new CheckpointEntries(fresh.entries())
                    .make(organization, authority(fresh, organization), issuer));
    return new CheckpointEntries(changed.entries()).of(organization).orElseThrow();
  }

  /// The organizations whose keys are here, by id.
  public List<OrganizationKeys> organizations() {
    return content.organizations();
  }

  /// The persons whose keys are here, by id.
  public List<PersonKeys> persons() {
    return content.persons();
  }

  /// The keys of one organization.
  public Optional<OrganizationKeys> organization(ResourceId id) {
    return content.organization(id);
  }

  /// The key of one person.
  public Optional<PersonKeys> person(ResourceId id) {
    return content.person(id);
  }

  /// Wraps a content key for the holders of encryption certificates, as CMS EnvelopedData (DER)
  /// [RFC 5652 6].
  ///
  /// @param contentKey 16 to 64 bytes
  /// @param certificates DER, 1 to 64 of them
  /// @throws IllegalArgumentException if a certificate is not one for encryption
  public static byte[] wrap(byte[] contentKey, List<Bytes> certificates) {
    return KeyWrap.wrap(contentKey, certificates);
  }

  /// Unwraps a content key that was wrapped for one of this ring's organizations, by its present
  /// encryption key or a former one.
  ///
  /// @param envelopedData as [#wrap] made it
  /// @return empty when it was wrapped for others
  /// @throws KeyRingException if the bytes are damaged, or the ring lacks the organization
  public Optional<byte[]> unwrap(byte[] envelopedData, ResourceId organization)
      throws KeyRingException {
    Content now = content;
    if (now.organization(organization).isEmpty()) {
      throw new KeyRingException("the key store has no keys of " + organization);
    }
    KeyEntries entries = now.entries();
    for (String alias : entries.decrypting(organization)) {
      Optional<byte[]> contentKey =
          KeyWrap.unwrap(
              envelopedData, KeyEntries.x509(entries.certificate(alias)), () -> entries.key(alias));
      if (contentKey.isPresent()) {
        return contentKey;
      }
    }
    return Optional.empty();
  }

  /// A change to what the file holds.
  interface Addition {
    void to(Content fresh) throws KeyRingException;
  }

  /// Changes the store as it is on disk now, saves it, and takes it over.
  synchronized Content change(Addition addition) throws KeyRingException {
    file.exclusively(
        () -> {
          KeyStore store = file.read(password);
          addition.to(content(store));
          file.replace(store, password);
          content = content(store);
        });
    return content;
  }

  Content content() {
    return content;
  }

  /// Lends an authority's key until this ring is let go.
  synchronized void lend(ResourceId organization, SigningKey authority) {
    lent.put(organization, authority);
    Content now = content;
    content = new Content(now.entries(), withLent(now.organizations()), now.persons());
  }

  private synchronized Content content(KeyStore store) throws KeyRingException {
    KeyEntries entries = new KeyEntries(store, password, tokens);
    return new Content(entries, withLent(entries.organizations()), entries.persons());
  }

  private synchronized List<OrganizationKeys> withLent(List<OrganizationKeys> organizations) {
    return organizations.stream()
        .map(
            keys ->
                Optional.ofNullable(lent.get(keys.organization()))
                    .filter(key -> keys.authority().place() == KeyPlace.OFFLINE)
                    .filter(key -> key.certificate().equals(keys.authority().certificate()))
                    .map(keys::withAuthority)
                    .orElse(keys))
        .toList();
  }

  CertificateIssuer issuer() {
    return issuer;
  }

  Tokens tokens() {
    return tokens;
  }

  NewKey newKey(KeyOrigin origin) {
    return NewKey.of(origin, tokens);
  }

  /// An organization's authority, ready to issue.
  record Authority(Certificate certificate, SigningKey key) {}

  static Authority authority(Content content, ResourceId organization) throws KeyRingException {
    SigningKey key = content.requireOrganization(organization).authority();
    return new Authority(read(key.certificate()), key);
  }

  Bytes pseudonymous(NewKey key, ResourceId person, Authority authority) throws KeyRingException {
    return issuer.issue(
        key.publicKey(),
        CertificateIssuer.pseudonym(person),
        KeyUsage.digitalSignature,
        authority.certificate(),
        authority.key()::sign);
  }

  private void addOrganization(
      KeyEntries into, ResourceId organization, String displayName, KeyOrigin origin)
      throws KeyRingException {
    NewKey authorityKey = newKey(origin);
    Certificate authority =
        read(
            issuer.authority(
                authorityKey,
                CertificateIssuer.organization(organization, displayName, Alias.AUTHORITY.unit())));
    authorityKey.keep(into, Alias.AUTHORITY.of(organization), authority.der());
    NewKey sealing =
        newKey(
            switch (origin) {
              case KeyOrigin.Made made -> made;
              case KeyOrigin.InToken ignored -> KeyOrigin.DEFAULT;
            });
    sealing.keep(
        into,
        Alias.SEALING.of(organization),
        issuer.issueSealing(
            sealing.publicKey(),
            CertificateIssuer.organization(organization, displayName, Alias.SEALING.unit()),
            authority,
            authorityKey.signing()),
        authority.der());
    NewKey encryption = newKey(KeyOrigin.DEFAULT);
    encryption.keep(
        into,
        Alias.ENCRYPTION.of(organization),
        issuer.issue(
            encryption.publicKey(),
            CertificateIssuer.organization(organization, displayName, Alias.ENCRYPTION.unit()),
            KeyUsage.keyAgreement,
            authority,
            authorityKey.signing()),
        authority.der());
  }

  static void requireNew(boolean known, ResourceId id) throws KeyRingException {
    if (known) {
      throw new KeyRingException("the key store has keys of " + id + " already");
    }
  }

  static Certificate read(Bytes der) throws KeyRingException {
    try {
      return Certificate.parse(der);
    } catch (BadCertificateException e) {
      throw new KeyRingException(
          "a certificate of the key store is of no use: " + e.getMessage(), e);
    }
  }
}

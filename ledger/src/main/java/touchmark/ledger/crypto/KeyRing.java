package touchmark.ledger.crypto;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// The identities of one home: a PKCS#12 key store under a password. Other tools can open it too.
///
/// Safe for use by any thread. Keys are added to the file as it is then, so that two processes may
/// each add theirs.
public final class KeyRing {
  private final KeyStoreFile file;
  private final char[] password;
  private final CertificateIssuer issuer;

  /// What the file held when it was last read; replaced whole, under this ring's lock.
  private volatile Content content;

  private record Content(
      KeyEntries entries, List<OrganizationKeys> organizations, List<PersonKeys> persons) {
    static Content of(KeyStore store, char[] password) throws KeyRingException {
      KeyEntries entries = new KeyEntries(store, password);
      return new Content(entries, entries.organizations(), entries.persons());
    }

    Optional<OrganizationKeys> organization(ResourceId id) {
      return organizations.stream().filter(keys -> keys.organization().equals(id)).findFirst();
    }

    Optional<PersonKeys> person(ResourceId id) {
      return persons.stream().filter(keys -> keys.person().equals(id)).findFirst();
    }
  }

  private KeyRing(KeyStoreFile file, char[] password, Clock clock, Content content) {
    this.file = file;
    this.password = password;
    this.issuer = new CertificateIssuer(clock, new SecureRandom());
    this.content = content;
  }

  /// Makes an empty key store; fails if the file exists.
  public static KeyRing create(Path path, char[] password, Clock clock) throws KeyRingException {
    KeyStoreFile file = new KeyStoreFile(path);
    file.exclusively(
        () -> {
          if (file.exists()) {
            throw new KeyRingException("there is a file already at " + path);
          }
          file.write(KeyStoreFile.empty(), password);
        });
    return open(path, password, clock);
  }

  /// Opens a key store.
  ///
  /// @throws KeyRingException if it is missing, damaged, or the password is wrong, which
  ///   [KeyRingException#wrongPassword] tells apart
  public static KeyRing open(Path path, char[] password, Clock clock) throws KeyRingException {
    KeyStoreFile file = new KeyStoreFile(path);
    char[] own = password.clone();
    return new KeyRing(file, own, clock, Content.of(file.read(own), own));
  }

  /// Makes an organization's authority, sealing and encryption keys with their certificates, and
  /// saves them (the file is replaced in one step).
  ///
  /// @param displayName goes into the certificates' subject as O
  /// @throws KeyRingException if the ring has the organization already, or cannot be saved
  public OrganizationKeys addOrganization(ResourceId organization, String displayName)
      throws KeyRingException {
    Content changed =
        change(
            fresh -> {
              requireNew(fresh.organization(organization).isPresent(), organization);
              addOrganization(fresh.entries(), organization, displayName);
            });
    return changed.organization(organization).orElseThrow();
  }

  /// Makes a person's signing key; the certificate's subject is the id alone, and the
  /// organization's authority issues it.
  ///
  /// @throws KeyRingException if the ring lacks the organization's authority key, has the person
  ///   already, or cannot be saved
  public PersonKeys addPerson(ResourceId person, ResourceId organization) throws KeyRingException {
    Content changed =
        change(
            fresh -> {
              requireNew(fresh.person(person).isPresent(), person);
              if (fresh.organization(organization).isEmpty()) {
                throw new KeyRingException(
                    "the key store lacks the authority key of " + organization);
              }
              addPerson(fresh.entries(), person, organization);
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
            fresh -> {
              if (fresh.organization(organization).isEmpty()) {
                throw new KeyRingException(
                    "the key store lacks the authority key of " + organization);
              }
              KeyEntries entries = fresh.entries();
              new CheckpointEntries(entries)
                  .make(
                      organization,
                      read(entries.certificate(Alias.AUTHORITY.of(organization))),
                      issuer);
            });
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

  /// Unwraps a content key that was wrapped for one of this ring's organizations.
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
    String alias = Alias.ENCRYPTION.of(organization);
    return KeyWrap.unwrap(
        envelopedData, KeyEntries.x509(now.entries().certificate(alias)), now.entries().key(alias));
  }

  private interface Addition {
    void to(Content fresh) throws KeyRingException;
  }

  /// Adds to the store as it is on disk now, saves it, and takes it over.
  private synchronized Content change(Addition addition) throws KeyRingException {
    file.exclusively(
        () -> {
          KeyStore store = file.read(password);
          addition.to(Content.of(store, password));
          file.write(store, password);
          content = Content.of(store, password);
        });
    return content;
  }

  private void addOrganization(KeyEntries into, ResourceId organization, String displayName)
      throws KeyRingException {
    KeyPair authorityKeys = KeyMaker.p256();
    Certificate authority =
        read(
            issuer.authority(
                authorityKeys,
                CertificateIssuer.organization(organization, displayName, Alias.AUTHORITY.unit())));
    into.put(Alias.AUTHORITY.of(organization), authorityKeys, authority.der());
    for (Alias alias : List.of(Alias.SEALING, Alias.ENCRYPTION)) {
      KeyPair keys = KeyMaker.p256();
      Bytes certificate =
          issuer.issue(
              keys.getPublic(),
              CertificateIssuer.organization(organization, displayName, alias.unit()),
              alias == Alias.SEALING ? KeyUsage.digitalSignature : KeyUsage.keyAgreement,
              authority,
              authorityKeys.getPrivate());
      into.put(alias.of(organization), keys, certificate, authority.der());
    }
  }

  private void addPerson(KeyEntries into, ResourceId person, ResourceId organization)
      throws KeyRingException {
    String authorityAlias = Alias.AUTHORITY.of(organization);
    Certificate authority = read(into.certificate(authorityAlias));
    KeyPair keys = KeyMaker.p256();
    Bytes certificate =
        issuer.issue(
            keys.getPublic(),
            CertificateIssuer.pseudonym(person),
            KeyUsage.digitalSignature,
            authority,
            into.key(authorityAlias));
    into.put(Alias.ofPerson(person, organization), keys, certificate, authority.der());
  }

  private static void requireNew(boolean known, ResourceId id) throws KeyRingException {
    if (known) {
      throw new KeyRingException("the key store has keys of " + id + " already");
    }
  }

  private static Certificate read(Bytes der) throws KeyRingException {
    try {
      return Certificate.parse(der);
    } catch (BadCertificateException e) {
      throw new KeyRingException(
          "a certificate of the key store is of no use: " + e.getMessage(), e);
    }
  }
}

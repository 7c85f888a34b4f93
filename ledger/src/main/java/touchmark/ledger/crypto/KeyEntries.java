package touchmark.ledger.crypto;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PKCS12Attribute;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// What stands in a PKCS#12 store: private keys with their certificates; and certificates whose key
/// lives elsewhere, an attribute saying where.
final class KeyEntries {
  /// Says where the key of a certificate lives: a PKCS #11 URI, or [#OFFLINE].
  private static final String PLACE = "2.25.329800735698586629295641978511506172918";

  private static final String OFFLINE = "offline";
  private static final int MOST_FORMER = 1_000;
  private static final int LONGEST_PATH = 16;

  private final KeyStore store;
  private final char[] password;
  private final Tokens tokens;

  KeyEntries(KeyStore store, char[] password, Tokens tokens) {
    this.store = store;
    this.password = password;
    this.tokens = tokens;
  }

  List<OrganizationKeys> organizations() throws KeyRingException {
    List<OrganizationKeys> organizations = new ArrayList<>();
    for (String alias : aliases()) {
      Optional<ResourceId> id = Alias.AUTHORITY.resource(alias);
      if (id.isPresent()) {
        organizations.add(
            new OrganizationKeys(
                id.get(),
                signingKey(alias),
                signingKey(Alias.SEALING.of(id.get())),
                certificate(Alias.ENCRYPTION.of(id.get()))));
      }
    }
    organizations.sort(Comparator.comparing(OrganizationKeys::organization));
    return List.copyOf(organizations);
  }

  List<PersonKeys> persons() throws KeyRingException {
    List<PersonKeys> persons = new ArrayList<>();
    for (String alias : aliases()) {
      Optional<Alias.Person> person = Alias.person(alias);
      if (person.isPresent()) {
        persons.add(new PersonKeys(person.get().id(), person.get().belongsTo(), signingKey(alias)));
      }
    }
    persons.sort(Comparator.comparing(PersonKeys::person));
    return List.copyOf(persons);
  }

  boolean has(String alias) throws KeyRingException {
    try {
      return store.containsAlias(alias);
    } catch (GeneralSecurityException e) {
      throw unreadable(alias, e);
    }
  }

  boolean holdsKey(String alias) throws KeyRingException {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw unreadable(alias, e);
    }
  }

  /// Keeps a private key.
  ///
  /// @param chain its certificate first
  void put(String alias, PrivateKey key, Bytes... chain) {
    X509Certificate[] certificates = new X509Certificate[chain.length];
    for (int i = 0; i < chain.length; i++) {
      certificates[i] = x509(chain[i]);
    }
    try {
      store.setKeyEntry(alias, key, password, certificates);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a fresh key goes into a PKCS#12 store", e);
    }
  }

  /// Keeps a certificate alone.
  void putCertificate(String alias, Bytes certificate) {
    try {
      store.setCertificateEntry(alias, x509(certificate));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate goes into a PKCS#12 store", e);
    }
  }

  /// Keeps a certificate, and that its key is offline; forgets the key.
  void rememberOffline(String alias, Bytes certificate) throws KeyRingException {
    remember(alias, certificate, OFFLINE);
  }

  /// Keeps a certificate and where its key lives.
  ///
  /// @param place a PKCS #11 URI
  void remember(String alias, Bytes certificate, String place) throws KeyRingException {
    remove(alias);
    try {
      store.setEntry(
          alias,
          new KeyStore.TrustedCertificateEntry(
              x509(certificate), Set.of(new PKCS12Attribute(PLACE, place))),
          null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate goes into a PKCS#12 store", e);
    }
  }

  void remove(String alias) throws KeyRingException {
    try {
      store.deleteEntry(alias);
    } catch (GeneralSecurityException e) {
      throw unreadable(alias, e);
    }
  }

  /// Gives an entry another name, where nothing stands.
  void move(String from, String to) throws KeyRingException {
    try {
      if (store.isKeyEntry(from)) {
        store.setKeyEntry(to, key(from), password, store.getCertificateChain(from));
      } else {
        store.setEntry(to, store.getEntry(from, null), null);
      }
      store.deleteEntry(from);
    } catch (GeneralSecurityException e) {
      throw unreadable(from, e);
    }
  }

  /// The first free name for a former key.
  String freeFormer(String alias) throws KeyRingException {
    for (int i = 1; i <= MOST_FORMER; i++) {
      if (!has(Alias.formerOf(alias, i))) {
        return Alias.formerOf(alias, i);
      }
    }
    throw new KeyRingException("the key store holds too many former keys of " + alias);
  }

  /// Every entry that may hold the private key for an encryption certificate: the present one, its
  /// successor, and the former ones.
  List<String> decrypting(ResourceId organization) throws KeyRingException {
    String alias = Alias.ENCRYPTION.of(organization);
    List<String> all = new ArrayList<>(List.of(alias));
    for (String other : aliases()) {
      if (other.startsWith(alias + "/") && holdsKey(other)) {
        all.add(other);
      }
    }
    return all;
  }

  /// The certificates of a company's own path for the key of an alias; empty when there are none.
  List<Bytes> companyPath(String alias) throws KeyRingException {
    List<Bytes> path = new ArrayList<>();
    while (path.size() < LONGEST_PATH && has(Alias.companyOf(alias, path.size()))) {
      path.add(certificate(Alias.companyOf(alias, path.size())));
    }
    return path;
  }

  void putCompanyPath(String alias, List<Bytes> path) throws KeyRingException {
    removeCompanyPath(alias);
    for (int i = 0; i < path.size(); i++) {
      putCertificate(Alias.companyOf(alias, i), path.get(i));
    }
  }

  void removeCompanyPath(String alias) throws KeyRingException {
    int count = companyPath(alias).size();
    for (int i = 0; i < count; i++) {
      remove(Alias.companyOf(alias, i));
    }
  }

  PrivateKey key(String alias) throws KeyRingException {
    try {
      if (store.getKey(alias, password) instanceof PrivateKey key) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      throw new KeyRingException("the key " + alias + " cannot be opened", e);
    }
    throw new KeyRingException("the key store lacks the key " + alias);
  }

  Bytes certificate(String alias) throws KeyRingException {
    try {
      java.security.cert.Certificate certificate = store.getCertificate(alias);
      if (certificate != null) {
        return Bytes.of(certificate.getEncoded());
      }
    } catch (GeneralSecurityException e) {
      throw new KeyRingException("the certificate of " + alias + " cannot be read", e);
    }
    throw new KeyRingException("the key store lacks the certificate of " + alias);
  }

  /// The certificates that stand with a key, its own first.
  List<Bytes> chain(String alias) throws KeyRingException {
    List<Bytes> chain = new ArrayList<>();
    try {
      for (java.security.cert.Certificate one : store.getCertificateChain(alias)) {
        chain.add(Bytes.of(one.getEncoded()));
      }
    } catch (GeneralSecurityException e) {
      throw unreadable(alias, e);
    }
    return chain;
  }

  /// The key of an alias, which is of a kind that signs; it is decrypted, or its token opened, when
  /// it first signs.
  SigningKey signingKey(String alias) throws KeyRingException {
    Bytes certificate = certificate(alias);
    if (holdsKey(alias)) {
      PublicKey publicKey = x509(certificate).getPublicKey();
      if (!(publicKey instanceof ECPublicKey) && !(publicKey instanceof EdECPublicKey)) {
        throw new KeyRingException(
            "the key %s is of no use: a P-256 or Ed25519 key is expected, not %s"
                .formatted(alias, publicKey.getAlgorithm()));
      }
      return new SoftwareKey(() -> decrypted(alias), certificate, KeyPlace.HOME);
    }
    String place = place(alias);
    if (place.equals(OFFLINE)) {
      ResourceId organization =
          Alias.AUTHORITY
              .resource(alias)
              .orElseThrow(() -> new KeyRingException("only an authority's key is kept offline"));
      return new OfflineKey(organization, certificate);
    }
    try {
      return new TokenKey(
          tokens, TokenAddress.parse(place), x509(certificate).getPublicKey(), certificate);
    } catch (IllegalArgumentException e) {
      throw new KeyRingException(
          "the key store does not say where the key %s lives: %s".formatted(alias, e.getMessage()),
          e);
    }
  }

  private String place(String alias) throws KeyRingException {
    try {
      KeyStore.Entry entry = store.getEntry(alias, null);
      if (entry != null) {
        for (KeyStore.Entry.Attribute attribute : entry.getAttributes()) {
          if (attribute.getName().equals(PLACE)) {
            return attribute.getValue();
          }
        }
      }
    } catch (GeneralSecurityException e) {
      throw unreadable(alias, e);
    }
    throw new KeyRingException("the key store lacks the key " + alias);
  }

  private PrivateKey decrypted(String alias) {
    try {
      return key(alias);
    } catch (KeyRingException e) {
      throw new IllegalStateException(
          "the store's checksum held, but its password does not open the key " + alias, e);
    }
  }

  List<String> aliases() throws KeyRingException {
    try {
      return Collections.list(store.aliases());
    } catch (GeneralSecurityException e) {
      throw new KeyRingException("the key store cannot be listed", e);
    }
  }

  static X509Certificate x509(Bytes der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of the key store can be read", e);
    }
  }

  private static KeyRingException unreadable(String alias, GeneralSecurityException cause) {
    return new KeyRingException("the entry " + alias + " cannot be read or changed", cause);
  }
}

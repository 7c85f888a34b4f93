package touchmark.ledger.crypto;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// What a PKCS#12 store holds, in Touchmark's words; entries of others are left alone.
final class KeyEntries {
  private final KeyStore store;
  private final char[] password;

  KeyEntries(KeyStore store, char[] password) {
    this.store = store;
    this.password = password;
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

  void put(String alias, KeyPair keys, Bytes... chain) {
    X509Certificate[] certificates = new X509Certificate[chain.length];
    for (int i = 0; i < chain.length; i++) {
      certificates[i] = x509(chain[i]);
    }
    try {
      store.setKeyEntry(alias, keys.getPrivate(), password, certificates);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a fresh key goes into a PKCS#12 store", e);
    }
  }

  boolean has(String alias) throws KeyRingException {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new KeyRingException("the key store cannot be searched", e);
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

  /// The key is there and of the right kind; it is decrypted when it first signs.
  private SigningKey signingKey(String alias) throws KeyRingException {
    try {
      if (!store.isKeyEntry(alias)) {
        throw new KeyRingException("the key store lacks the key " + alias);
      }
      PublicKey publicKey = store.getCertificate(alias).getPublicKey();
      if (!(publicKey instanceof ECPublicKey)) {
        throw new KeyRingException(
            "the key %s is of no use: a P-256 key is expected, not %s"
                .formatted(alias, publicKey.getAlgorithm()));
      }
    } catch (GeneralSecurityException e) {
      throw new KeyRingException("the key " + alias + " cannot be read", e);
    }
    return new SoftwareKey(() -> decrypted(alias), certificate(alias));
  }

  private PrivateKey decrypted(String alias) {
    try {
      return key(alias);
    } catch (KeyRingException e) {
      throw new IllegalStateException(
          "the store's checksum held, but its password does not open the key " + alias, e);
    }
  }

  private List<String> aliases() throws KeyRingException {
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
}

package touchmark.ledger.crypto;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.ResourceId;

/// The identities of one home: a PKCS#12 key store under a password.
public final class KeyRing {

  /// Makes an empty key store; fails if the file exists.
  public static KeyRing create(Path file, char[] password, Clock clock) throws KeyRingException {
    throw new UnsupportedOperationException();
  }

  /// Opens a key store.
  public static KeyRing open(Path file, char[] password, Clock clock) throws KeyRingException {
    throw new UnsupportedOperationException();
  }

  /// Makes an organization's authority, sealing and encryption keys with their certificates, and
  /// saves them (the file is replaced in one step).
  ///
  /// @param displayName goes into the certificates' subject as O
  public OrganizationKeys addOrganization(ResourceId organization, String displayName)
      throws KeyRingException {
    throw new UnsupportedOperationException();
  }

  /// Makes a person's signing key; the certificate's subject is the id alone, and the
  /// organization's authority issues it.
  public PersonKeys addPerson(ResourceId person, ResourceId organization) throws KeyRingException {
    throw new UnsupportedOperationException();
  }

  public List<OrganizationKeys> organizations() {
    throw new UnsupportedOperationException();
  }

  public List<PersonKeys> persons() {
    throw new UnsupportedOperationException();
  }

  public Optional<OrganizationKeys> organization(ResourceId id) {
    throw new UnsupportedOperationException();
  }

  /// Wraps a content key for the holders of encryption certificates, as CMS EnvelopedData (DER).
  public static byte[] wrap(byte[] contentKey, List<touchmark.ledger.model.Bytes> certificates) {
    throw new UnsupportedOperationException();
  }

  /// Unwraps a content key that was wrapped for one of this ring's organizations.
  ///
  /// @return empty when it was wrapped for others
  public Optional<byte[]> unwrap(byte[] envelopedData, ResourceId organization)
      throws KeyRingException {
    throw new UnsupportedOperationException();
  }
}

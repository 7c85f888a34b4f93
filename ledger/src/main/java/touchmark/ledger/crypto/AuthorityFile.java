package touchmark.ledger.crypto;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Optional;
import java.util.function.Supplier;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// An organization's authority key in a PKCS#12 file of its own, under a password of its own, so
/// that it can be kept away from the workstation.
public final class AuthorityFile {
  private final Path path;

  public AuthorityFile(Path path) {
    this.path = path;
  }

  /// Moves an authority's key out of a ring into this file, which must not exist. The key leaves
  /// the ring once the file is on disk and was read back.
  ///
  /// @throws KeyRingException if the key is in no state to be moved, or the file cannot be written
  public void takeFrom(KeyRing ring, ResourceId organization, char[] password)
      throws KeyRingException {
    KeyStoreFile file = new KeyStoreFile(path);
    String alias = Alias.AUTHORITY.of(organization);
    ring.change(
        fresh -> {
          requireHere(fresh.requireOrganization(organization));
          Bytes certificate = fresh.entries().certificate(alias);
          KeyStore store = KeyStoreFile.empty();
          entries(store, password, ring).put(alias, fresh.entries().key(alias), certificate);
          file.create(store, password);
          SigningKey written = entries(file.read(password), password, ring).signingKey(alias);
          requirePair(written);
          fresh.entries().rememberOffline(alias, certificate);
        });
  }

  /// Lends the key in this file to a ring that remembers its certificate, for as long as the ring
  /// is used. Nothing is written.
  ///
  /// @return whose key it is
  /// @throws KeyRingException if the password is wrong, the ring expects no such key, or the key is
  ///   not that of its certificate
  public ResourceId lendTo(KeyRing ring, char[] password) throws KeyRingException {
    char[] own = password.clone();
    KeyEntries entries = entries(new KeyStoreFile(path).read(own), own, ring);
    for (String alias : entries.aliases()) {
      Optional<ResourceId> id = Alias.AUTHORITY.resource(alias);
      if (id.isPresent() && entries.holdsKey(alias)) {
        SigningKey key = entries.signingKey(alias);
        requireExpected(ring, id.get(), key);
        requirePair(key);
        ring.lend(
            id.get(), new SoftwareKey(source(entries, alias), key.certificate(), KeyPlace.OFFLINE));
        return id.get();
      }
    }
    throw new KeyRingException(path + " holds no authority key");
  }

  private static Supplier<PrivateKey> source(KeyEntries entries, String alias) {
    return () -> {
      try {
        return entries.key(alias);
      } catch (KeyRingException e) {
        throw new KeyUnavailableException(
            KeyUnavailableException.Reason.LOCKED, String.valueOf(e.getMessage()), e);
      }
    };
  }

  private void requireExpected(KeyRing ring, ResourceId organization, SigningKey key)
      throws KeyRingException {
    OrganizationKeys known = ring.content().requireOrganization(organization);
    if (!known.authority().certificate().equals(key.certificate())) {
      throw new KeyRingException(
          "%s holds the authority key %s... of %s, this home's is %s..."
              .formatted(
                  path,
                  key.certificateHash().hex().substring(0, 12),
                  organization,
                  known.authority().certificateHash().hex().substring(0, 12)));
    }
  }

  private static void requireHere(OrganizationKeys keys) throws KeyRingException {
    switch (keys.authority().place()) {
      case HOME -> {}
      case TOKEN ->
          throw new KeyRingException(
              "the authority key of " + keys.organization() + " never leaves its token");
      case OFFLINE ->
          throw new KeyRingException(
              "the authority key of " + keys.organization() + " is kept offline already");
    }
  }

  private static void requirePair(SigningKey key) throws KeyRingException {
    byte[] message = {1};
    if (!SignatureVerifier.verifies(KeyRing.read(key.certificate()), message, key.sign(message))) {
      throw new KeyRingException("the authority key and its certificate do not go together");
    }
  }

  private static KeyEntries entries(KeyStore store, char[] password, KeyRing ring) {
    return new KeyEntries(store, password, ring.tokens());
  }
}

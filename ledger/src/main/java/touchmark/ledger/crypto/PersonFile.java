package touchmark.ledger.crypto;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// A person's signing key in a PKCS#12 file under a password: a backup that [#write] made, or a key
/// with its company certificate that other tools made.
public final class PersonFile {
  private final Path path;

  public PersonFile(Path path) {
    this.path = path;
  }

  /// What a file holds.
  public sealed interface Content {
    /// A backup of this person's key.
    record Backup(ResourceId person, ResourceId belongsTo) implements Content {}

    /// A key with certificates of a company's own authority.
    ///
    /// @param certificates DER, the key's own first
    record CompanyKey(ForeignKey key, List<Bytes> certificates) implements Content {
      public CompanyKey {
        certificates = List.copyOf(certificates);
      }
    }
  }

  /// Writes a backup of a person's key; the file must not exist.
  ///
  /// @throws KeyRingException if the key lives in a token, or the file cannot be written
  public void write(KeyRing ring, ResourceId person, char[] password) throws KeyRingException {
    PersonKeys keys = ring.content().requirePerson(person);
    if (keys.signing().place() != KeyPlace.HOME) {
      throw new KeyRingException("the key of " + person + " never leaves its token");
    }
    String alias = Alias.ofPerson(person, keys.belongsTo());
    KeyStore store = KeyStoreFile.empty();
    entries(store, password, ring)
        .put(alias, ring.content().entries().key(alias), keys.signing().certificate());
    new KeyStoreFile(path).create(store, password);
  }

  /// Says what the file holds. Nothing is taken over.
  ///
  /// @throws KeyRingException if the password is wrong, or the file holds not exactly one key
  public Content read(KeyRing ring, char[] password) throws KeyRingException {
    Opened opened = open(ring, password);
    Optional<Alias.Person> person = Alias.person(opened.alias());
    if (person.isPresent() && isPseudonymous(opened, person.get().id())) {
      return new Content.Backup(person.get().id(), person.get().belongsTo());
    }
    return new Content.CompanyKey(
        new ForeignKey.InFile(opened.key(), opened.chain().getFirst()), opened.chain());
  }

  /// Puts the key of a backup into a ring.
  ///
  /// @throws KeyRingException if the ring has the person already
  public PersonKeys restoreTo(KeyRing ring, char[] password) throws KeyRingException {
    Opened opened = open(ring, password);
    Alias.Person person =
        Alias.person(opened.alias())
            .filter(named -> isPseudonymous(opened, named.id()))
            .orElseThrow(() -> new KeyRingException(path + " is no backup of a person's key"));
    new ForeignKey.InFile(opened.key(), opened.chain().getFirst()).requirePair();
    return ring.change(
            fresh -> {
              KeyRing.requireNew(fresh.person(person.id()).isPresent(), person.id());
              fresh.entries().put(opened.alias(), opened.key(), opened.chain().getFirst());
            })
        .requirePerson(person.id());
  }

  private record Opened(String alias, PrivateKey key, List<Bytes> chain) {}

  private Opened open(KeyRing ring, char[] password) throws KeyRingException {
    char[] own = password.clone();
    KeyStore store = new KeyStoreFile(path).read(own);
    KeyEntries entries = entries(store, own, ring);
    List<String> keys = new ArrayList<>();
    List<Bytes> others = new ArrayList<>();
    for (String alias : entries.aliases()) {
      if (entries.holdsKey(alias)) {
        keys.add(alias);
      } else {
        others.add(entries.certificate(alias));
      }
    }
    if (keys.size() != 1) {
      throw new KeyRingException(
          "%s holds %d private keys, one is expected".formatted(path, keys.size()));
    }
    List<Bytes> chain = entries.chain(keys.getFirst());
    return new Opened(
        keys.getFirst(), entries.key(keys.getFirst()), CertificateText.join(chain, others));
  }

  private static boolean isPseudonymous(Opened opened, ResourceId person) {
    try {
      return Certificate.parse(opened.chain().getFirst()).isNamedOnly(person);
    } catch (BadCertificateException e) {
      // A company certificate, judged by its own rules.
      return false;
    }
  }

  private static KeyEntries entries(KeyStore store, char[] password, KeyRing ring) {
    return new KeyEntries(store, password, ring.tokens());
  }
}

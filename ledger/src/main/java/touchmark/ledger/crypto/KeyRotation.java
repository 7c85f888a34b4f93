package touchmark.ledger.crypto;

import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// Replaces keys in two steps, so that nothing is lost between the key ring and the ledger: a
/// successor is made and waits; once the ledger holds its certificate, it takes the place. A second
/// attempt finds the successor of the first, if it is what the second one asks for.
public final class KeyRotation {
  private final KeyRing ring;

  public KeyRotation(KeyRing ring) {
    this.ring = ring;
  }

  /// Makes a person's next signing key, or finds the one that waits, if it is of this origin: made
  /// by the same algorithm, or in the same token. One of another origin is forgotten; in a token it
  /// stays, of no use.
  ///
  /// @throws KeyRingException if the ring lacks the person or her organization
  /// @throws KeyUnavailableException if the token, or the organization's authority key, cannot be
  ///   used
  public SigningKey prepareSigning(ResourceId person, KeyOrigin origin) throws KeyRingException {
    String alias = aliasOf(ring.content().requirePerson(person));
    return ring.change(
            fresh -> {
              String next = Alias.nextOf(alias);
              if (fresh.entries().has(next)) {
                if (isOf(origin, fresh.entries().signingKey(next))) {
                  return;
                }
                fresh.entries().remove(next);
              }
              KeyRing.Authority authority =
                  KeyRing.authority(fresh, fresh.requirePerson(person).belongsTo());
              NewKey key = ring.newKey(origin);
              key.keep(
                  fresh.entries(),
                  next,
                  ring.pseudonymous(key, person, authority),
                  authority.certificate().der());
            })
        .entries()
        .signingKey(Alias.nextOf(alias));
  }

  private static boolean isOf(KeyOrigin origin, SigningKey waiting) throws KeyRingException {
    return switch (origin) {
      case KeyOrigin.Made made ->
          waiting.place() == KeyPlace.HOME
              && KeyRing.read(waiting.certificate()).keyAlgorithm() == made.algorithm();
      case KeyOrigin.InToken place ->
          waiting instanceof TokenKey key && key.isIn(Tokens.said(place.token()::find));
    };
  }

  /// The signing certificate that waits, if one does.
  public Optional<Certificate> waitingSigning(ResourceId person) throws KeyRingException {
    Optional<PersonKeys> known = ring.person(person);
    return known.isPresent() ? waiting(aliasOf(known.get())) : Optional.empty();
  }

  /// Forgets the signing key that waits; in a token it stays, of no use.
  public void dropSigning(ResourceId person) throws KeyRingException {
    String alias = aliasOf(ring.content().requirePerson(person));
    ring.change(
        fresh -> {
          requireWaiting(fresh.entries(), alias);
          fresh.entries().remove(Alias.nextOf(alias));
        });
  }

  /// Lets the waiting key take the place of the person's present one, which is forgotten with the
  /// company certificate that was made for it.
  public void adoptSigning(ResourceId person) throws KeyRingException {
    String alias = aliasOf(ring.content().requirePerson(person));
    ring.change(
        fresh -> {
          KeyEntries entries = fresh.entries();
          requireWaiting(entries, alias);
          entries.removeCompanyPath(alias);
          entries.remove(Alias.bindingOf(alias));
          entries.remove(alias);
          entries.move(Alias.nextOf(alias), alias);
        });
  }

  /// Makes an organization's next encryption key, or finds the one that waits. It opens packages
  /// from now on, as the present one does.
  ///
  /// @return the certificate, DER
  public Bytes prepareEncryption(ResourceId organization) throws KeyRingException {
    String alias = Alias.ENCRYPTION.of(organization);
    return ring.change(
            fresh -> {
              KeyEntries entries = fresh.entries();
              if (entries.has(Alias.nextOf(alias))) {
                return;
              }
              KeyRing.Authority authority = KeyRing.authority(fresh, organization);
              NewKey key = ring.newKey(KeyOrigin.DEFAULT);
              Bytes certificate =
                  ring.issuer()
                      .issue(
                          key.publicKey(),
                          KeyRing.read(entries.certificate(alias)).fields().subject(),
                          KeyUsage.keyAgreement,
                          authority.certificate(),
                          authority.key()::sign);
              key.keep(entries, Alias.nextOf(alias), certificate, authority.certificate().der());
            })
        .entries()
        .certificate(Alias.nextOf(alias));
  }

  /// Lets the waiting encryption key take the place of the present one, which is kept: packages
  /// wrapped for it still open.
  public void adoptEncryption(ResourceId organization) throws KeyRingException {
    String alias = Alias.ENCRYPTION.of(organization);
    ring.change(
        fresh -> {
          KeyEntries entries = fresh.entries();
          requireWaiting(entries, alias);
          entries.move(alias, entries.freeFormer(alias));
          entries.move(Alias.nextOf(alias), alias);
        });
  }

  /// Keeps the encryption key that waits among the former ones: packages may have been wrapped for
  /// it.
  public void retireWaitingEncryption(ResourceId organization) throws KeyRingException {
    String alias = Alias.ENCRYPTION.of(organization);
    ring.change(
        fresh -> {
          KeyEntries entries = fresh.entries();
          requireWaiting(entries, alias);
          entries.move(Alias.nextOf(alias), entries.freeFormer(alias));
        });
  }

  /// The encryption certificate that waits, if one does.
  public Optional<Certificate> waitingEncryption(ResourceId organization) throws KeyRingException {
    return waiting(Alias.ENCRYPTION.of(organization));
  }

  private Optional<Certificate> waiting(String alias) throws KeyRingException {
    KeyEntries entries = ring.content().entries();
    String next = Alias.nextOf(alias);
    return entries.has(next)
        ? Optional.of(KeyRing.read(entries.certificate(next)))
        : Optional.empty();
  }

  private static void requireWaiting(KeyEntries entries, String alias) throws KeyRingException {
    if (!entries.has(Alias.nextOf(alias))) {
      throw new KeyRingException("no new key of " + alias + " waits in the key store");
    }
  }

  private static String aliasOf(PersonKeys person) {
    return Alias.ofPerson(person.person(), person.belongsTo());
  }
}

package touchmark.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.crypto.KeyOrigin;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.KeyRotation;
import touchmark.ledger.crypto.OrganizationKeys;
import touchmark.ledger.crypto.PersonKeys;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Replaces keys: the ring makes a successor, the organization's authority records it, and the ring
/// adopts it. What an attempt that failed in between left waiting is judged first: the ledger may
/// hold it by now, or may never take it any more.
final class Rotations {
  private final Ledger ledger;
  private final KeyRing keys;
  private final KeyRotation rotation;
  private final Clock clock;

  Rotations(Ledger ledger, KeyRing keys, Clock clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.rotation = new KeyRotation(keys);
    this.clock = clock;
  }

  /// Gives a person a new signing key.
  Identities.Rotated signing(PersonKeys person, OrganizationKeys its, KeyOrigin origin)
      throws KeyRingException, StoreException {
    ResourceId id = person.person();
    adoptSigning(id);
    Optional<Certificate> waiting = rotation.waitingSigning(id);
    Optional<String> useless = waiting.flatMap(this::useless);
    if (useless.isPresent()) {
      rotation.dropSigning(id);
    }
    SigningKey next = rotation.prepareSigning(id, origin);
    boolean reused =
        waiting.map(Certificate::hash).filter(next.certificateHash()::equals).isPresent();
    Outcome outcome = record(its, id, next.certificate());
    if (outcome instanceof Outcome.Done) {
      rotation.adoptSigning(id);
    }
    return new Identities.Rotated(
        outcome,
        waiting.isEmpty() || reused
            ? Optional.empty()
            : Optional.of(
                "The key that an earlier attempt left waiting for %s was dropped: %s."
                    .formatted(id, useless.orElse("it is not of the kind asked for now"))));
  }

  /// Gives an organization a new encryption key.
  Identities.Rotated encryption(OrganizationKeys its) throws KeyRingException, StoreException {
    ResourceId id = its.organization();
    adoptEncryption(id);
    Optional<String> useless = rotation.waitingEncryption(id).flatMap(this::useless);
    if (useless.isPresent()) {
      rotation.retireWaitingEncryption(id);
    }
    Outcome outcome = record(its, id, rotation.prepareEncryption(id));
    if (outcome instanceof Outcome.Done) {
      rotation.adoptEncryption(id);
    }
    return new Identities.Rotated(
        outcome,
        useless.map(
            why ->
                "The encryption key that an earlier attempt left waiting for %s was put to the"
                        .formatted(id)
                    + " former ones: "
                    + why
                    + "."));
  }

  /// Completes rotations that the ledger holds and the key ring does not know of yet: the process
  /// ended in between.
  void complete() throws KeyRingException {
    for (PersonKeys person : keys.persons()) {
      adoptSigning(person.person());
    }
    for (OrganizationKeys its : keys.organizations()) {
      adoptEncryption(its.organization());
    }
  }

  private void adoptSigning(ResourceId person) throws KeyRingException {
    Optional<Certificate> waiting = rotation.waitingSigning(person);
    if (waiting.isPresent()
        && ledger.signingCertificate(person).equals(waiting.map(Certificate::hash))) {
      rotation.adoptSigning(person);
    }
  }

  private void adoptEncryption(ResourceId organization) throws KeyRingException {
    Optional<Certificate> waiting = rotation.waitingEncryption(organization);
    if (waiting.isPresent()
        && ledger.encryptionCertificate(organization).equals(waiting.map(Certificate::der))) {
      rotation.adoptEncryption(organization);
    }
  }

  /// Why the ledger will never put a certificate in force that waits and is not in force: it takes
  /// none twice, and none that expired.
  private Optional<String> useless(Certificate waiting) {
    if (ledger.isRevoked(waiting.hash())) {
      return Optional.of("its certificate was revoked");
    }
    if (ledger.ownerOf(waiting.hash()).isPresent()) {
      return Optional.of("another certificate took the place of its own");
    }
    return clock.instant().isAfter(waiting.notAfter())
        ? Optional.of("its certificate expired at " + waiting.notAfter())
        : Optional.empty();
  }

  private Outcome record(OrganizationKeys its, ResourceId subject, Bytes certificate)
      throws StoreException {
    return ledger.submit(
        new Statement.RotateCertificate(its.organization(), subject, certificate),
        List.of(new SignedBy(its.organization(), its.authority())));
  }
}

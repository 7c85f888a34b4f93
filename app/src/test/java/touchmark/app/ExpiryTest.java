package touchmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.HeldCertificate.Standing;
import touchmark.app.HeldCertificate.Use;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.KeyAlgorithm;
import touchmark.ledger.crypto.KeyOrigin;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRotation;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.RevocationReason;
import touchmark.ledger.model.Statement;

/// What happens when certificates end: by their time, by rotation, by revocation.
class ExpiryTest {
  private static final ResourceId ACME = new ResourceId("acme-gmbh");

  @TempDir Path directory;

  private Path home() throws Exception {
    Path home = directory.resolve("home");
    Touchmark.create(
            home, Story.founding("Acme GmbH"), Story.PASSWORD, Story.at("2026-11-22T09:30:00Z"))
        .close();
    return home;
  }

  private static Touchmark open(Path home, String at) throws HomeException {
    return Touchmark.open(home, Story.PASSWORD, Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
  }

  private static HeldCertificate signing(Touchmark station) throws HomeException {
    return station.identities().certificates().stream()
        .filter(certificate -> certificate.use() == Use.SIGNING)
        .findFirst()
        .orElseThrow();
  }

  private static Outcome claim(Touchmark station, SigningKey key, String text) throws Exception {
    return station.ledger().submit(Claims.of(ACME, text), List.of(new SignedBy(ACME, key)));
  }

  private static SigningKey key(Touchmark station) {
    return station
        .keys()
        .orElseThrow()
        .person(station.parties().getFirst().signedBy().orElseThrow())
        .orElseThrow()
        .signing();
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> refused.verdict().reason();
      case Outcome.Done done -> throw new AssertionError(done.toString());
    };
  }

  @Test
  void certificatesThatExpireAreNamedInTime() throws Exception {
    Path home = home();
    try (Touchmark station = open(home, "2026-11-23T09:30:00Z")) {
      assertThat(station.identities().certificates())
          .allMatch(certificate -> certificate.standing() == Standing.VALID);
    }
    try (Touchmark station = open(home, "2029-10-30T09:30:00Z")) {
      HeldCertificate signing = signing(station);
      assertThat(signing.standing()).isEqualTo(Standing.EXPIRING);
      assertThat(signing.sentence(Instant.parse("2029-10-30T09:30:00Z")))
          .isEqualTo(
              "The signing certificate of "
                  + signing.owner()
                  + " expires in 23 days (2029-11-22T09:30:00Z); renew it with `touchmark identity"
                  + " rotate`.");
    }
    try (Touchmark station = open(home, "2020-01-01T00:00:00Z")) {
      assertThat(signing(station).sentence(Instant.parse("2020-01-01T00:00:00Z")))
          .endsWith("is not valid yet; is this computer's clock wrong?");
    }
  }

  @Test
  void aClaimWithAnExpiredCertificateIsRefusedUntilItIsRenewed() throws Exception {
    Path home = home();
    try (Touchmark station = open(home, "2029-11-22T09:30:00Z")) {
      assertThat(claim(station, key(station), "just in time")).isInstanceOf(Outcome.Done.class);
    }
    try (Touchmark station = open(home, "2029-11-23T00:00:00Z")) {
      HeldCertificate signing = signing(station);
      assertThat(signing.standing()).isEqualTo(Standing.EXPIRED);
      assertThat(signing.sentence(Instant.parse("2029-11-23T00:00:00Z"))).contains("expired at");
      assertThat(reason(claim(station, key(station), "too late")))
          .isEqualTo(
              "For Acme GmbH: the certificate of CN="
                  + signing.owner()
                  + " is valid from 2026-11-22T09:20:00Z to 2029-11-22T09:30:00Z, not at"
                  + " 2029-11-23T00:00:00Z.");
      assertThat(station.identities().rotateSigning(signing.owner(), KeyOrigin.DEFAULT).outcome())
          .isInstanceOf(Outcome.Done.class);
      assertThat(claim(station, key(station), "too late")).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aRevocationAndARotationChangeTheAnswerAtOnce() throws Exception {
    try (Touchmark station = open(home(), "2026-11-23T09:30:00Z")) {
      SigningKey old = key(station);
      ResourceId person = signing(station).owner();
      assertThat(claim(station, old, "one")).isInstanceOf(Outcome.Done.class);
      station
          .people()
          .revoke(
              old.certificateHash(), RevocationReason.KEY_COMPROMISE, station.parties().getFirst());
      assertThat(reason(claim(station, old, "two"))).contains("Acme GmbH");
      station.identities().rotateSigning(person, KeyOrigin.DEFAULT);
      assertThat(claim(station, key(station), "two")).isInstanceOf(Outcome.Done.class);
      SigningKey second = key(station);
      station.identities().rotateSigning(person, KeyOrigin.DEFAULT);
      assertThat(reason(claim(station, second, "three"))).isNotBlank();
      assertThat(reason(claim(station, old, "three"))).isNotBlank();
      assertThat(claim(station, key(station), "three")).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aRotationThatTheProcessDidNotFinishIsCompletedAtTheNextStart() throws Exception {
    Path home = home();
    try (Touchmark station = open(home, "2026-11-23T09:30:00Z")) {
      ResourceId person = signing(station).owner();
      recordOnly(station, person, prepared(station, person).certificate());
      assertThat(Optional.of(key(station).certificateHash()))
          .isNotEqualTo(station.ledger().signingCertificate(person));
    }
    try (Touchmark station = open(home, "2026-11-23T09:31:00Z")) {
      assertThat(claim(station, key(station), "after")).isInstanceOf(Outcome.Done.class);
    }
  }

  private static SigningKey prepared(Touchmark station, ResourceId person) throws Exception {
    return new KeyRotation(station.keys().orElseThrow()).prepareSigning(person, KeyOrigin.DEFAULT);
  }

  /// What a rotation does up to the moment in which the process ends: the ring adopts nothing.
  private static void recordOnly(Touchmark station, ResourceId subject, Bytes certificate)
      throws Exception {
    SigningKey authority =
        station.keys().orElseThrow().organization(ACME).orElseThrow().authority();
    assertThat(
            station
                .ledger()
                .submit(
                    new Statement.RotateCertificate(ACME, subject, certificate),
                    List.of(new SignedBy(ACME, authority))))
        .isInstanceOf(Outcome.Done.class);
  }

  private static void revoke(Touchmark station, CertificateHash certificate) throws Exception {
    assertThat(
            station
                .people()
                .revoke(certificate, RevocationReason.KEY_COMPROMISE, station.parties().getFirst()))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aKeyThatWaitsAndWasRevokedMakesRoomForANewOne() throws Exception {
    Path home = home();
    ResourceId person;
    try (Touchmark station = open(home, "2026-11-23T09:30:00Z")) {
      person = signing(station).owner();
      SigningKey waiting = prepared(station, person);
      recordOnly(station, person, waiting.certificate());
      revoke(station, waiting.certificateHash());
    }
    try (Touchmark station = open(home, "2026-11-23T09:31:00Z")) {
      Identities.Rotated rotated = station.identities().rotateSigning(person, KeyOrigin.DEFAULT);
      assertThat(rotated.outcome()).isInstanceOf(Outcome.Done.class);
      assertThat(rotated.dropped())
          .contains(
              "The key that an earlier attempt left waiting for "
                  + person
                  + " was dropped: its certificate was revoked.");
      assertThat(claim(station, key(station), "after")).isInstanceOf(Outcome.Done.class);
      assertThat(station.identities().rotateSigning(person, KeyOrigin.DEFAULT).dropped()).isEmpty();
    }
  }

  @Test
  void aKeyThatWaitsAndIsInForceIsAdoptedBeforeTheNextOneIsMade() throws Exception {
    try (Touchmark station = open(home(), "2026-11-23T09:30:00Z")) {
      ResourceId person = signing(station).owner();
      recordOnly(station, person, prepared(station, person).certificate());
      Identities.Rotated rotated =
          station.identities().rotateSigning(person, new KeyOrigin.Made(KeyAlgorithm.ED25519));
      assertThat(rotated.outcome()).isInstanceOf(Outcome.Done.class);
      assertThat(rotated.dropped()).isEmpty();
      assertThat(claim(station, key(station), "after")).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aKeyThatWaitsMakesRoomForOneOfTheKindAskedForAndWhenItsTimeIsOver() throws Exception {
    Path home = home();
    ResourceId person;
    try (Touchmark station = open(home, "2026-11-23T09:30:00Z")) {
      person = signing(station).owner();
      prepared(station, person);
      Identities.Rotated other =
          station.identities().rotateSigning(person, new KeyOrigin.Made(KeyAlgorithm.ED25519));
      assertThat(other.dropped())
          .contains(
              "The key that an earlier attempt left waiting for "
                  + person
                  + " was dropped: it is not of the kind asked for now.");
      assertThat(other.outcome()).isInstanceOf(Outcome.Done.class);
      prepared(station, person);
    }
    try (Touchmark station = open(home, "2029-12-01T00:00:00Z")) {
      Identities.Rotated late = station.identities().rotateSigning(person, KeyOrigin.DEFAULT);
      assertThat(late.dropped().orElseThrow())
          .endsWith("was dropped: its certificate expired at 2029-11-23T09:30:00Z.");
      assertThat(late.outcome()).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aKeyThatWaitsMakesRoomWhenAnotherHomeWasFaster() throws Exception {
    Path home = home();
    try (Touchmark station = open(home, "2026-11-23T09:30:00Z")) {
      ResourceId person = signing(station).owner();
      Path copy = Files.copy(home.resolve("keys.p12"), directory.resolve("copy.p12"));
      KeyRing elsewhere = KeyRing.open(copy, Story.PASSWORD, Story.at("2026-11-23T09:30:00Z"));
      recordOnly(station, person, prepared(station, person).certificate());
      recordOnly(
          station,
          person,
          new KeyRotation(elsewhere).prepareSigning(person, KeyOrigin.DEFAULT).certificate());
      Identities.Rotated rotated = station.identities().rotateSigning(person, KeyOrigin.DEFAULT);
      assertThat(rotated.dropped().orElseThrow())
          .endsWith("was dropped: another certificate took the place of its own.");
      assertThat(rotated.outcome()).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void packagesForAnEncryptionKeyThatWaitedAndWasRevokedStillOpen() throws Exception {
    Path home = home();
    byte[] contentKey = new byte[32];
    byte[] wrapped;
    try (Touchmark station = open(home, "2026-11-23T09:30:00Z")) {
      Bytes waiting = new KeyRotation(station.keys().orElseThrow()).prepareEncryption(ACME);
      recordOnly(station, ACME, waiting);
      wrapped = KeyRing.wrap(contentKey, List.of(waiting));
      revoke(station, Hashing.certificate(waiting));
    }
    try (Touchmark station = open(home, "2026-11-23T09:31:00Z")) {
      Identities.Rotated rotated = station.identities().rotateEncryption(ACME);
      assertThat(rotated.outcome()).isInstanceOf(Outcome.Done.class);
      assertThat(rotated.dropped())
          .contains(
              "The encryption key that an earlier attempt left waiting for acme-gmbh was put to the"
                  + " former ones: its certificate was revoked.");
      assertThat(station.keys().orElseThrow().unwrap(wrapped, ACME))
          .hasValueSatisfying(key -> assertThat(key).isEqualTo(contentKey));
    }
  }
}

package touchmark.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import touchmark.ledger.crypto.KeyOrigin;
import touchmark.ledger.crypto.SigningKey;
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
      assertThat(station.identities().rotateSigning(signing.owner(), KeyOrigin.DEFAULT))
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
      var ring = station.keys().orElseThrow();
      SigningKey next =
          new touchmark.ledger.crypto.KeyRotation(ring).prepareSigning(person, KeyOrigin.DEFAULT);
      assertThat(
              station
                  .ledger()
                  .submit(
                      new Statement.RotateCertificate(ACME, person, next.certificate()),
                      List.of(
                          new SignedBy(ACME, ring.organization(ACME).orElseThrow().authority()))))
          .isInstanceOf(Outcome.Done.class);
      assertThat(Optional.of(key(station).certificateHash()))
          .isNotEqualTo(station.ledger().signingCertificate(person));
    }
    try (Touchmark station = open(home, "2026-11-23T09:31:00Z")) {
      assertThat(claim(station, key(station), "after")).isInstanceOf(Outcome.Done.class);
    }
  }
}

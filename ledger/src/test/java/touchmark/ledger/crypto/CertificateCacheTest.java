package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Answers about certificates are remembered, and never longer than they hold.
class CertificateCacheTest {
  private final Certificates certificates = new Certificates();

  @Test
  void anAnswerHoldsForItsIntervalOfBlockTimeOnly() throws Exception {
    KeyPair keys = KeyMaker.p256();
    Certificate authority = Certificate.parse(Forge.authority(keys).make());
    Certificate person = Certificate.parse(Forge.person(KeyMaker.p256(), keys).make());
    for (Instant at : new Instant[] {Forge.NOW, Forge.FROM, Forge.TO, Forge.NOW}) {
      certificates.requireIssued(person, CertificateUse.SIGNING, authority, at);
    }
    for (Instant at : new Instant[] {Forge.FROM.minusMillis(1), Forge.TO.plusMillis(1)}) {
      assertThatThrownBy(
              () -> certificates.requireIssued(person, CertificateUse.SIGNING, authority, at))
          .hasMessageContaining("not at " + at);
    }
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, Forge.NOW);
  }

  @Test
  void anAnswerHoldsForItsUseOnly() throws Exception {
    KeyPair keys = KeyMaker.p256();
    Certificate authority = Certificate.parse(Forge.authority(keys).make());
    Certificate person = Certificate.parse(Forge.person(KeyMaker.p256(), keys).make());
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, Forge.NOW);
    assertThatThrownBy(
            () ->
                certificates.requireIssued(person, CertificateUse.ENCRYPTION, authority, Forge.NOW))
        .hasMessageContaining("was not made for use as ENCRYPTION");
    certificates.requireAuthority(authority, Forge.NOW);
    assertThatThrownBy(
            () ->
                certificates.requireIssued(authority, CertificateUse.SIGNING, authority, Forge.NOW))
        .hasMessageContaining("was not made for use as SIGNING");
  }

  @Test
  void anotherAuthorityOfTheSameNameChangesTheAnswerAtOnce() throws Exception {
    KeyPair old = KeyMaker.p256();
    Certificate before = Certificate.parse(Forge.authority(old).make());
    Certificate after = Certificate.parse(Forge.authority(KeyMaker.p256()).make());
    Certificate person = Certificate.parse(Forge.person(KeyMaker.p256(), old).make());
    certificates.requireIssued(person, CertificateUse.SIGNING, before, Forge.NOW);
    assertThatThrownBy(
            () -> certificates.requireIssued(person, CertificateUse.SIGNING, after, Forge.NOW))
        .hasMessageContaining("was not issued by");
    certificates.requireIssued(person, CertificateUse.SIGNING, before, Forge.NOW);
  }
}

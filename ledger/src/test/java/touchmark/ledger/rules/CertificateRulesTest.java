package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BEN;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.ERIN;
import static touchmark.ledger.TestParties.fingerprint;
import static touchmark.ledger.rules.PolicyHarness.PARTIES;
import static touchmark.ledger.rules.PolicyHarness.authority;
import static touchmark.ledger.rules.PolicyHarness.by;

import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.ledger.IssuedKey;
import touchmark.ledger.TestParties;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.RevocationReason;
import touchmark.ledger.model.Statement;
import touchmark.ledger.rules.PolicyHarness.By;

/// Rotation and revocation: the way back after a stolen key.
class CertificateRulesTest {
  private static final Statement CLAIM = TestParties.claimOf(ACME, fingerprint("bracket"));
  private static final IssuedKey FRESH = IssuedKey.ofPerson(ERIN, authority(ACME).key());

  private final PolicyHarness chain = PolicyHarness.members();

  private static Statement rotation(Bytes certificate) {
    return new Statement.RotateCertificate(ACME, ERIN, certificate);
  }

  private static Statement revocation(CertificateHash certificate) {
    return new Statement.RevokeCertificate(ACME, certificate, RevocationReason.KEY_COMPROMISE);
  }

  private static CertificateHash erins() {
    return by(ACME).key().certificateHash();
  }

  @Test
  void aReplacedCertificateSignsNothingMoreAndTheNewOneDoes() {
    chain.accept(CLAIM, by(ACME));
    chain.accept(rotation(FRESH.certificate()), authority(ACME));

    Statement other = TestParties.claimOf(ACME, fingerprint("other"));
    assertThat(chain.refusal(other, by(ACME))).isEqualTo(RefusalCode.BAD_CERTIFICATE);
    chain.accept(other, new By(ACME, FRESH));
    assertThat(chain.state().asset(fingerprint("bracket"))).isPresent();
  }

  @Test
  void aRevokedCertificateSignsNothingMoreAndWhatItSignedStays() {
    chain.accept(CLAIM, by(ACME));
    chain.accept(revocation(erins()), authority(ACME));

    Verdict verdict =
        chain.judge(TestParties.claimOf(ACME, fingerprint("other")), List.of(by(ACME)));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(RefusalCode.BAD_CERTIFICATE);
              assertThat(refused.reason()).contains("was revoked on 2026-11-22");
            });
    assertThat(chain.state().asset(fingerprint("bracket"))).isPresent();
  }

  @Test
  void afterAStolenKeyTheAuthorityGivesTheWayBack() {
    chain.accept(revocation(erins()), authority(ACME));
    chain.accept(rotation(FRESH.certificate()), authority(ACME));
    assertThat(chain.judge(CLAIM, List.of(new By(ACME, FRESH)))).isEqualTo(new Verdict.Accepted());
  }

  @Test
  void aStolenPersonsKeyCannotReplaceItself() {
    assertThat(chain.refusal(rotation(FRESH.certificate()), by(ACME)))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
    assertThat(chain.refusal(revocation(erins()), by(ACME))).isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void anOrganizationReplacesAndRevokesCertificatesOfItsOwnPeopleOnly() {
    IssuedKey forged = IssuedKey.ofPerson(BEN, authority(ACME).key());
    assertThat(
            chain.judge(
                new Statement.RotateCertificate(ACME, BEN, forged.certificate()),
                List.of(authority(ACME))))
        .isEqualTo(
            new Verdict.Refused(
                "belonging [Section 3.2]",
                RefusalCode.NOT_ITS_CERTIFICATE,
                "Acme GmbH can replace its own certificate and those of its people, and 'ben' is"
                    + " none of them."));
    IssuedKey bolts = IssuedKey.encryption(BOLT, authority(ACME).key());
    assertThat(
            chain.refusal(
                new Statement.RotateCertificate(ACME, BOLT, bolts.certificate()), authority(ACME)))
        .isEqualTo(RefusalCode.NOT_ITS_CERTIFICATE);
    assertThat(chain.refusal(revocation(by(BOLT).key().certificateHash()), authority(ACME)))
        .isEqualTo(RefusalCode.NOT_ITS_CERTIFICATE);
  }

  @Test
  void aReplacementIsIssuedByTheAuthorityForThatPerson() {
    IssuedKey bolts = IssuedKey.ofPerson(ERIN, authority(BOLT).key());
    IssuedKey another = IssuedKey.ofPerson(BEN, authority(ACME).key());
    assertThat(chain.refusal(rotation(bolts.certificate()), authority(ACME)))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
    assertThat(chain.refusal(rotation(another.certificate()), authority(ACME)))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
  }

  @Test
  void aCertificateThatCountedBeforeDoesNotComeBack() {
    Bytes first = by(ACME).key().certificate();
    chain.accept(rotation(FRESH.certificate()), authority(ACME));
    assertThat(chain.refusal(rotation(first), authority(ACME)))
        .isEqualTo(RefusalCode.ALREADY_ENROLLED);
  }

  @Test
  void anEncryptionCertificateIsReplacedAndRevoked() {
    IssuedKey fresh = IssuedKey.encryption(ACME, authority(ACME).key());
    IssuedKey signing = IssuedKey.sealing(ACME, authority(ACME).key());
    Bytes old = PARTIES.organization(ACME).encryptionCertificate();
    assertThat(
            chain.refusal(
                new Statement.RotateCertificate(ACME, ACME, signing.certificate()),
                authority(ACME)))
        .isEqualTo(RefusalCode.BAD_CERTIFICATE);
    chain.accept(new Statement.RotateCertificate(ACME, ACME, fresh.certificate()), authority(ACME));
    assertThat(chain.state().membership().organization(ACME).orElseThrow().encryption().der())
        .isEqualTo(fresh.certificate());
    assertThat(chain.refusal(revocation(Hashing.certificate(old)), authority(ACME)))
        .isEqualTo(RefusalCode.NOT_ITS_CERTIFICATE);
    chain.accept(revocation(fresh.certificateHash()), authority(ACME));
  }

  @Test
  void aCertificateIsRevokedOnce() {
    chain.accept(revocation(erins()), authority(ACME));
    assertThat(chain.refusal(revocation(erins()), authority(ACME)))
        .isEqualTo(RefusalCode.ALREADY_REVOKED);
  }

  @Test
  void anAuthorityAndASealingCertificateAreNotRevoked() {
    assertThat(
            chain.refusal(
                revocation(PARTIES.organization(ACME).sealer().certificateHash()), authority(ACME)))
        .isEqualTo(RefusalCode.NOT_ITS_CERTIFICATE);
    assertThat(chain.refusal(revocation(authority(ACME).key().certificateHash()), authority(ACME)))
        .isEqualTo(RefusalCode.NOT_ITS_CERTIFICATE);
  }
}

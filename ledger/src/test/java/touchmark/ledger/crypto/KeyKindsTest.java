package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// Real certificates of each kind of key.
class KeyKindsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ResourceId ACME = new ResourceId("acme");
  private static final ResourceId ERIN = new ResourceId("erin");
  private static final KeyOrigin ED25519 = new KeyOrigin.Made(KeyAlgorithm.ED25519);

  @TempDir Path home;

  private KeyRing ring() throws KeyRingException {
    return KeyRing.create(home.resolve("keys.p12"), "x".toCharArray(), CLOCK);
  }

  @Test
  void keysArePlainP256UnlessEd25519IsChosen() throws Exception {
    KeyRing ring = ring();
    assertThat(
            Certificate.parse(ring.addOrganization(ACME, "Acme").authority().certificate())
                .keyAlgorithm())
        .isEqualTo(KeyAlgorithm.P256);
    assertThat(
            Certificate.parse(ring.addPerson(ERIN, ACME, ED25519).signing().certificate())
                .keyAlgorithm())
        .isEqualTo(KeyAlgorithm.ED25519);
  }

  @Test
  void anEd25519OrganizationIssuesSignsAndOutlivesTheProcess() throws Exception {
    KeyRing first = ring();
    first.addOrganization(ACME, "Acme GmbH", ED25519);
    first.addPerson(ERIN, ACME, ED25519);
    KeyRing again = KeyRing.open(home.resolve("keys.p12"), "x".toCharArray(), CLOCK);
    OrganizationKeys acme = again.organization(ACME).orElseThrow();
    SigningKey erin = again.person(ERIN).orElseThrow().signing();
    Certificate authority = Certificate.parse(acme.authority().certificate());
    Certificate person = Certificate.parse(erin.certificate());
    Certificates certificates = new Certificates();

    certificates.requireAuthority(authority, NOW);
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, NOW);
    certificates.requireIssued(
        Certificate.parse(acme.sealer().certificate()), CertificateUse.SIGNING, authority, NOW);
    Certificate encryption = Certificate.parse(acme.encryptionCertificate());
    certificates.requireIssued(encryption, CertificateUse.ENCRYPTION, authority, NOW);
    assertThat(encryption.keyAlgorithm()).isEqualTo(KeyAlgorithm.P256);
    byte[] message = {1, 2, 3};
    Bytes signature = erin.sign(message);
    assertThat(signature.length()).isEqualTo(64);
    assertThat(SignatureVerifier.verifies(person, message, signature)).isTrue();
    assertThat(SignatureVerifier.verifies(person, new byte[] {1, 2, 4}, signature)).isFalse();
    assertThat(erin.sign(message)).as("deterministic").isEqualTo(signature);
  }

  @Test
  void ed25519SignaturesWithAnOutOfRangeScalarAreRefused() throws Exception {
    KeyPair keys = KeyMaker.of(KeyAlgorithm.ED25519);
    Certificate certificate =
        Certificate.parse(Forge.authority(keys).withAlgorithm("Ed25519").make());
    byte[] message = {7};
    byte[] good = SoftwareKey.signing(keys.getPrivate()).sign(message).toArray();
    assertThat(SignatureVerifier.verifies(certificate, message, Bytes.of(good))).isTrue();
    byte[] order =
        java.util.HexFormat.of()
            .parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    byte[] twin = good.clone();
    int carry = 0;
    for (int i = 0; i < 32; i++) {
      int sum = (good[32 + i] & 0xff) + (order[i] & 0xff) + carry;
      twin[32 + i] = (byte) sum;
      carry = sum >> 8;
    }
    assertThat(SignatureVerifier.verifies(certificate, message, Bytes.of(twin))).isFalse();
    for (int length : new int[] {0, 1, 63, 65}) {
      assertThat(
              SignatureVerifier.verifies(
                  certificate, message, Bytes.of(java.util.Arrays.copyOf(good, length))))
          .isFalse();
    }
  }

  @Test
  void rsaAndMlDsaAreVerifiedButNotMade() {
    for (KeyAlgorithm algorithm : List.of(KeyAlgorithm.RSA, KeyAlgorithm.ML_DSA_65)) {
      assertThatThrownBy(() -> new KeyOrigin.Made(algorithm))
          .hasMessage(
              "P256 and ED25519 keys are made; " + algorithm + " signatures are only verified");
    }
  }

  @Test
  void aPersonOfEachKindIsAcceptedBelowAnAuthorityOfEachKind() throws Exception {
    Kind[] kinds = {
      new Kind("EC", 256, "SHA256withECDSA"),
      new Kind("Ed25519", 0, "Ed25519"),
      new Kind("RSA", 3072, "SHA256withRSA"),
      new Kind("ML-DSA-65", 0, "ML-DSA-65")
    };
    for (Kind issuing : kinds) {
      KeyPair authorityKeys = Forge.keys(issuing.algorithm, issuing.bits);
      Certificate authority =
          Certificate.parse(Forge.authority(authorityKeys).withAlgorithm(issuing.signature).make());
      for (Kind kind : kinds) {
        Certificate person =
            Certificate.parse(
                Forge.person(Forge.keys(kind.algorithm, kind.bits), authorityKeys)
                    .withAlgorithm(issuing.signature)
                    .make());
        new Certificates().requireIssued(person, CertificateUse.SIGNING, authority, Forge.NOW);
      }
    }
  }

  private record Kind(String algorithm, int bits, String signature) {}

  @Test
  void smallerParametersOfMlDsaAndOtherCurvesAreRefused() throws Exception {
    KeyPair authority = KeyMaker.p256();
    for (String algorithm : new String[] {"ML-DSA-44", "ML-DSA-87"}) {
      assertThatThrownBy(
              () -> Certificate.parse(Forge.person(Forge.keys(algorithm, 0), authority).make()))
          .isInstanceOf(BadCertificateException.class)
          .hasMessageContaining("is none of P-256, Ed25519, RSA, ML-DSA-65");
    }
    for (int bits : new int[] {224, 384, 521}) {
      assertThatThrownBy(
              () -> Certificate.parse(Forge.person(Forge.keys("EC", bits), authority).make()))
          .hasMessage("the certificate's elliptic curve is not P-256, named by its identifier");
    }
  }

  @Test
  void aSignatureAlgorithmOfAnotherKindThanTheIssuersKeyIsRefused() throws Exception {
    KeyPair rsa = Forge.keys("RSA", 3072);
    Certificate authority =
        Certificate.parse(Forge.authority(rsa).withAlgorithm("SHA256withRSA").make());
    for (String weaker : new String[] {"SHA1withRSA", "SHA512withRSA", "SHA256withRSAandMGF1"}) {
      Certificate person =
          Certificate.parse(Forge.person(KeyMaker.p256(), rsa).withAlgorithm(weaker).make());
      assertThatThrownBy(
              () ->
                  new Certificates()
                      .requireIssued(person, CertificateUse.SIGNING, authority, Forge.NOW))
          .hasMessageContaining("was not issued by");
    }
  }

  @Test
  void anEd25519KeyIsNotForEncryption() throws Exception {
    KeyPair authority = KeyMaker.p256();
    Certificate person =
        Certificate.parse(
            Forge.person(Forge.keys("Ed25519", 0), authority)
                .withUsage(KeyUsage.keyAgreement)
                .make());
    assertThatThrownBy(() -> person.requireUse(CertificateUse.ENCRYPTION))
        .hasMessageContaining("was not made for use as ENCRYPTION");
  }

  @Test
  void aKeyOfAnotherKindDoesNotSign() throws Exception {
    PrivateKey rsa = Forge.keys("RSA", 3072).getPrivate();
    assertThatThrownBy(() -> SoftwareKey.signing(rsa))
        .hasMessage("a P-256 or Ed25519 key is expected, not RSA");
  }
}

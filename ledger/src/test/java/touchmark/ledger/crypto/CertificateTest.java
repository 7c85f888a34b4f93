package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchmark.ledger.crypto.Forge.NOW;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

class CertificateTest {
  private static final ResourceId ERIN = new ResourceId("erin");
  private static KeyPair authorityKeys;
  private static KeyPair personKeys;
  private static Certificate authority;
  private static Certificate person;

  private final Certificates certificates = new Certificates();

  @BeforeAll
  static void issue() throws Exception {
    authorityKeys = KeyMaker.p256();
    personKeys = KeyMaker.p256();
    authority = Certificate.parse(Forge.authority(authorityKeys).make());
    person = Certificate.parse(order().make());
  }

  private static Forge.Order order() {
    return Forge.person(personKeys, authorityKeys);
  }

  @Test
  void aCertificateIsGoodForItsUseInItsTime() throws Exception {
    certificates.requireAuthority(authority, NOW);
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, NOW);
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, Forge.FROM);
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, Forge.TO);
    assertThat(person.isNamedOnly(ERIN)).isTrue();
  }

  @Test
  void anExpiredCertificateIsRefusedAlsoWhenItsSignatureIsRemembered() throws Exception {
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, NOW);
    assertThatThrownBy(
            () ->
                certificates.requireIssued(
                    person, CertificateUse.SIGNING, authority, Forge.TO.plusMillis(1)))
        .isInstanceOf(BadCertificateException.class)
        .hasMessage(
            "the certificate of CN=erin is valid from 2026-01-01T00:00:00Z to"
                + " 2028-01-01T00:00:00Z, not at 2028-01-01T00:00:00.001Z");
    assertThatThrownBy(
            () ->
                certificates.requireIssued(
                    person, CertificateUse.SIGNING, authority, Forge.FROM.minusMillis(1)))
        .isInstanceOf(BadCertificateException.class);
  }

  @Test
  void aCertificateSignedByAnotherKeyUnderTheSameNameIsRefusedEachTime() throws Exception {
    Certificate forged = Certificate.parse(order().signedBy(KeyMaker.p256()).make());
    for (int i = 0; i < 2; i++) {
      refused(forged, "the certificate of CN=erin was not issued by O=Acme GmbH,CN=acme");
    }
  }

  @Test
  void aCertificateOfAnotherIssuersNameIsRefused() throws Exception {
    refused(
        Certificate.parse(order().withIssuer(new X500Name("O=Acme GmbH,CN=bolt")).make()),
        "was not issued by");
  }

  @Test
  void anAuthorityThatDidNotSignItselfIsRefused() throws Exception {
    Certificate forged =
        Certificate.parse(Forge.authority(KeyMaker.p256()).signedBy(authorityKeys).make());
    assertThatThrownBy(() -> certificates.requireAuthority(forged, NOW))
        .hasMessageContaining("was not issued by");
  }

  @Test
  void aPersonIssuesNothing() throws Exception {
    Certificate forged =
        Certificate.parse(order().withIssuer(Forge.PERSON_NAME).signedBy(personKeys).make());
    assertThatThrownBy(
            () -> certificates.requireIssued(forged, CertificateUse.SIGNING, person, NOW))
        .hasMessage("the certificate of CN=erin was not made for use as AUTHORITY");
  }

  @Test
  void aCertificateIsRefusedForAnotherUse() throws Exception {
    Certificate agreement = Certificate.parse(order().withUsage(KeyUsage.keyAgreement).make());
    refused(agreement, "was not made for use as SIGNING");
    refused(Certificate.parse(order().asIssuer().make()), "was not made for use as SIGNING");
    certificates.requireIssued(agreement, CertificateUse.ENCRYPTION, authority, NOW);
    assertThatThrownBy(
            () -> certificates.requireIssued(person, CertificateUse.ENCRYPTION, authority, NOW))
        .hasMessageContaining("was not made for use as ENCRYPTION");
  }

  @Test
  void anUnknownCriticalExtensionIsRefused() {
    unreadable(
        order().withUnknownCriticalExtension(),
        "the certificate has the critical extension 1.3.6.1.4.1.99999.1, which is not understood");
  }

  @Test
  void otherCurvesAreRefused() throws Exception {
    unreadable(
        Forge.person(Forge.keys("EC", 384), authorityKeys),
        "the certificate's elliptic curve is not P-256, named by its identifier");
  }

  @Test
  void aShortRsaKeyIsRefused() throws Exception {
    unreadable(
        Forge.person(Forge.keys("RSA", 2048), authorityKeys),
        "the certificate's RSA key has 2048 bits, 3072 to 8192 are accepted");
  }

  @Test
  void otherAlgorithmsAreRefused() throws Exception {
    unreadable(
        Forge.person(Forge.keys("Ed448", 0), authorityKeys),
        "the certificate's key algorithm 1.3.101.113 is none of P-256, Ed25519, RSA, ML-DSA-65");
  }

  @Test
  void aCertificateSignedWithAWeakerHashIsRefused() throws Exception {
    refused(Certificate.parse(order().withAlgorithm("SHA1withECDSA").make()), "was not issued by");
  }

  @Test
  void bytesThatAreNoStrictDerAreRefused() throws Exception {
    byte[] good = person.der().toArray();
    unreadable(Arrays.copyOf(good, good.length + 1), "the certificate is not strict DER");
    unreadable(Arrays.copyOf(good, good.length - 1), "the certificate is not strict DER");
    unreadable(new byte[0], "the certificate is not strict DER");
    unreadable(new byte[] {0x30, (byte) 0x80, 0, 0}, "the certificate is not strict DER");
    unreadable(new byte[] {0x30, (byte) 0x81, 1, 5}, "the certificate is not strict DER");
    unreadable(new byte[] {0x30, 0}, "the bytes are no X.509 certificate");
    unreadable(new byte[9_000], "the certificate has 9000 bytes, at most 8192 are read");
  }

  @Test
  void theBindingToACompanyCertificateHasOneForm() throws Exception {
    String hash = "ab".repeat(32);
    assertThat(Certificate.parse(bindingWith("0420" + hash)).companyCertificate())
        .hasValueSatisfying(named -> assertThat(named.hex()).isEqualTo(hash));
    String notStrict =
        "the value of the certificate's extension 2.25.47107298694021667854138972072398982314 is"
            + " not strict DER";
    unreadable(bindingWith("048120" + hash).toArray(), notStrict);
    unreadable(bindingWith("24220420" + hash).toArray(), notStrict);
    unreadable(bindingWith("0420" + hash + "00").toArray(), notStrict);
    unreadable(
        bindingWith("041f" + "ab".repeat(31)).toArray(),
        "the certificate names a company certificate by 31 bytes, 32 are expected");
    unreadable(bindingWith("0320" + hash).toArray(), "the bytes are no X.509 certificate");
  }

  private static Bytes bindingWith(String value) throws Exception {
    return Bytes.of(
        new JcaX509v3CertificateBuilder(
                Forge.AUTHORITY_NAME,
                BigInteger.TWO,
                Date.from(Forge.FROM),
                Date.from(Forge.TO),
                Forge.PERSON_NAME,
                personKeys.getPublic())
            .addExtension(
                CertificateFields.COMPANY_CERTIFICATE, false, HexFormat.of().parseHex(value))
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKeys.getPrivate()))
            .getEncoded());
  }

  @Test
  void deepNestingIsRefusedBeforeItIsParsed() {
    byte[] nested = new byte[4_000];
    for (int at = 0; at < nested.length; at += 4) {
      nested[at] = 0x30;
      nested[at + 1] = (byte) 0x82;
      int rest = nested.length - at - 4;
      nested[at + 2] = (byte) (rest >> 8);
      nested[at + 3] = (byte) rest;
    }
    unreadable(nested, "the certificate is not strict DER");
  }

  @Test
  void anyFlippedByteIsRefusedOrMakesAnotherCertificate() throws Exception {
    byte[] good = person.der().toArray();
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x04;
      try {
        Certificate read = Certificate.parse(Bytes.of(bad));
        assertThat(read.hash()).isNotEqualTo(person.hash());
        certificates.requireIssued(read, CertificateUse.SIGNING, authority, NOW);
        assertThat(at).as("a flipped byte that nobody notices").isNegative();
      } catch (BadCertificateException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void aPseudonymIsNothingButTheId() throws Exception {
    for (String subject :
        new String[] {"CN=erin,O=Acme", "CN=erin+O=Acme", "CN=erin,CN=erin", "CN=Erin", "O=erin"}) {
      Certificate other = Certificate.parse(order().withSubject(new X500Name(subject)).make());
      assertThat(other.isNamedOnly(ERIN)).as(subject).isFalse();
    }
  }

  private void refused(Certificate certificate, String sentence) {
    assertThatThrownBy(
            () -> certificates.requireIssued(certificate, CertificateUse.SIGNING, authority, NOW))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageContaining(sentence);
  }

  private static void unreadable(Forge.Order order, String sentence) {
    assertThatThrownBy(() -> Certificate.parse(order.make()))
        .isInstanceOf(BadCertificateException.class)
        .hasMessage(sentence);
  }

  private static void unreadable(byte[] der, String sentence) {
    assertThatThrownBy(() -> Certificate.parse(Bytes.of(der)))
        .isInstanceOf(BadCertificateException.class)
        .hasMessage(sentence);
  }
}

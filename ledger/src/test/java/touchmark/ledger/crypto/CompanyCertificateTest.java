package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.ResourceId;

class CompanyCertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ResourceId ACME = new ResourceId("acme");
  private static final ResourceId ERIN = new ResourceId("erin");
  private static Company company;

  @TempDir Path home;
  private KeyRing ring;
  private CompanyCertificates certificates;

  @BeforeAll
  static void found() {
    company = new Company();
  }

  @BeforeEach
  void make() throws Exception {
    ring = KeyRing.create(home.resolve("keys.p12"), password(), CLOCK);
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addPerson(ERIN, ACME);
    certificates = new CompanyCertificates(ring, Limits.WIDEST, CLOCK);
  }

  private static char[] password() {
    return "correct horse".toCharArray();
  }

  private PublicKey erinsKey() {
    return KeyEntries.x509(ring.person(ERIN).orElseThrow().signing().certificate()).getPublicKey();
  }

  private PublicKey acmesKey() {
    return KeyEntries.x509(ring.organization(ACME).orElseThrow().authority().certificate())
        .getPublicKey();
  }

  private void trustTheCompany() throws Exception {
    assertThat(certificates.take(company.forOrganization(acmesKey())).owner()).isEqualTo(ACME);
  }

  private List<Bytes> erins(Bytes certificate) {
    return List.of(certificate, company.issuingCertificate);
  }

  @Test
  void aRequestNamesItsSubjectAndIsSignedByItsKey() throws Exception {
    for (SigningKey key :
        List.of(
            ring.person(ERIN).orElseThrow().signing(),
            ring.organization(ACME).orElseThrow().authority(),
            ring.addPerson(new ResourceId("ed"), ACME, new KeyOrigin.Made(KeyAlgorithm.ED25519))
                .signing())) {
      String pem = CertificateRequest.pem(key, "CN=Erin Berg,O=Acme GmbH,C=DE");
      try (PEMParser parser = new PEMParser(new java.io.StringReader(pem))) {
        PKCS10CertificationRequest request = (PKCS10CertificationRequest) parser.readObject();
        assertThat(request.getSubject().toString()).isEqualTo("CN=Erin Berg,O=Acme GmbH,C=DE");
        assertThat(
                request.isSignatureValid(
                    new JcaContentVerifierProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(KeyEntries.x509(key.certificate()).getPublicKey())))
            .isTrue();
      }
    }
  }

  @Test
  void aSubjectThatIsNoNameIsRefused() {
    SigningKey key = ring.person(ERIN).orElseThrow().signing();
    for (String bad : new String[] {"", "Erin", "XX=Erin", "CN=x,,=", "CN=" + "x".repeat(600)}) {
      assertThatThrownBy(() -> CertificateRequest.pem(key, bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aCompanyCertificateIsBoundToThePseudonymByKeyAndHash() throws Exception {
    trustTheCompany();
    Bytes certificate = company.person(erinsKey());
    Bytes onChain = ring.person(ERIN).orElseThrow().signing().certificate();

    CompanyCertificates.Taken taken = certificates.take(erins(certificate));

    assertThat(taken.owner()).isEqualTo(ERIN);
    assertThat(taken.path().subject()).contains("CN=Erin Berg");
    assertThat(taken.path().anchor()).contains("CN=Acme Root");
    KeyRing again = KeyRing.open(home.resolve("keys.p12"), password(), CLOCK);
    assertThat(again.person(ERIN).orElseThrow().signing().certificate())
        .as("what the ledger holds names nobody, and stays")
        .isEqualTo(onChain);
    assertThat(new CompanyCertificates(again, Limits.WIDEST, CLOCK).of(ERIN).orElseThrow().der())
        .containsExactly(certificate, company.issuingCertificate, company.rootCertificate);
    Certificate binding =
        Certificate.parse(again.content().entries().certificate("erin@acme/binding"));
    assertThat(binding.isNamedOnly(ERIN)).isTrue();
    assertThat(binding.companyCertificate()).contains(Hashing.certificate(certificate));
  }

  @Test
  void aCertificateIssuedByTheOrganizationsOwnAuthorityNeedsNoOtherTrust() throws Exception {
    KeyRing.Authority authority = KeyRing.authority(ring.content(), ACME);
    Bytes issued =
        ring.issuer()
            .issue(
                erinsKey(),
                new org.bouncycastle.asn1.x500.X500Name("CN=Erin Berg,O=Acme GmbH"),
                KeyUsage.digitalSignature,
                authority.certificate(),
                authority.key()::sign);
    assertThat(certificates.take(List.of(issued)).path().subject()).contains("Erin Berg");
  }

  @Test
  void aKeyInAPkcs12FileWithItsCompanyCertificateMakesAPerson() throws Exception {
    trustTheCompany();
    KeyPair keys = KeyMaker.p256();
    Path file = home.resolve("ben.p12");
    writePkcs12(file, keys, company.person(keys.getPublic()));
    ResourceId ben = new ResourceId("ben");

    PersonFile.Content content = new PersonFile(file).read(ring, "file".toCharArray());
    assertThat(content).isInstanceOf(PersonFile.Content.CompanyKey.class);
    PersonFile.Content.CompanyKey found = (PersonFile.Content.CompanyKey) content;
    PersonKeys made = certificates.addPerson(ben, ACME, found.key(), found.certificates());

    Certificate onChain = Certificate.parse(made.signing().certificate());
    assertThat(onChain.isNamedOnly(ben)).isTrue();
    assertThat(onChain.companyCertificate()).isPresent();
    new Certificates()
        .requireIssued(
            onChain,
            CertificateUse.SIGNING,
            Certificate.parse(ring.organization(ACME).orElseThrow().authority().certificate()),
            NOW);
    assertThat(certificates.of(ben).orElseThrow().subject()).contains("Erin Berg");
    assertThat(found.toString()).doesNotContain("PrivateKey");
  }

  @Test
  void aKeyThatDoesNotGoWithItsCertificateIsRefused() throws Exception {
    trustTheCompany();
    Path file = home.resolve("ben.p12");
    writePkcs12(file, KeyMaker.p256(), company.person(KeyMaker.p256().getPublic()));
    PersonFile.Content.CompanyKey found =
        (PersonFile.Content.CompanyKey) new PersonFile(file).read(ring, "file".toCharArray());
    assertThatThrownBy(
            () ->
                certificates.addPerson(
                    new ResourceId("ben"), ACME, found.key(), found.certificates()))
        .hasMessage("the private key and its certificate do not go together");
  }

  private static void writePkcs12(Path file, KeyPair keys, Bytes certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "her key",
        keys.getPrivate(),
        "file".toCharArray(),
        new X509Certificate[] {
          KeyEntries.x509(certificate),
          KeyEntries.x509(company.issuingCertificate),
          KeyEntries.x509(company.rootCertificate)
        });
    try (var out = Files.newOutputStream(file)) {
      store.store(out, "file".toCharArray());
    }
  }

  @Test
  void whatTheOrganizationDoesNotTrustIsRefused() {
    refused(
        company.person(erinsKey()),
        "which the organization does not trust; give the certificates between, or import the"
            + " organization's own company certificate first");
  }

  @Test
  void theAuthorityBetweenHasToBeGiven() throws Exception {
    trustTheCompany();
    assertThatThrownBy(() -> certificates.take(List.of(company.person(erinsKey()))))
        .hasMessageContaining("ends at C=DE,O=Acme GmbH,CN=Acme Issuing");
  }

  @Test
  void anotherCompanysRootOfTheSameNameIsRefused() throws Exception {
    trustTheCompany();
    Company forger = new Company();
    assertThatThrownBy(
            () ->
                certificates.take(
                    List.of(
                        forger.person(erinsKey()),
                        forger.issuingCertificate,
                        forger.rootCertificate)))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageContaining("was not signed by C=DE,O=Acme GmbH,CN=Acme Root");
  }

  @Test
  void expiredAndFutureCertificatesAreRefused() throws Exception {
    trustTheCompany();
    refused(
        company.order(erinsKey()).valid(Company.FROM, NOW.minusSeconds(60)).make(),
        "is valid from 2026-01-01T00:00:00Z to 2026-11-22T09:29:00Z, not at 2026-11-22T09:30:00Z");
    refused(
        company.order(erinsKey()).valid(NOW.plusSeconds(60), Company.TO).make(),
        "not at 2026-11-22T09:30:00Z");
  }

  @Test
  void aCertificateOfAnotherUseIsRefused() throws Exception {
    trustTheCompany();
    refused(
        company.order(erinsKey()).usage(KeyUsage.keyEncipherment).make(),
        "was not made for signing");
    refused(company.order(erinsKey()).authority(0).make(), "was not made for signing");
  }

  @Test
  void anIssuerThatMayNotIssueIsRefused() throws Exception {
    trustTheCompany();
    KeyPair other = KeyMaker.p256();
    Bytes clerk =
        new Company.Order(
                "CN=Clerk,O=Acme GmbH",
                other.getPublic(),
                "CN=Acme Issuing,O=Acme" + " GmbH,C=DE",
                company.issuing)
            .make();
    Bytes hers =
        new Company.Order(Company.PERSON, erinsKey(), "CN=Clerk,O=Acme GmbH", other).make();
    refusedPath(
        List.of(hers, clerk, company.issuingCertificate), "does not allow it to issue others");
    Bytes noSigning =
        new Company.Order(
                "CN=Clerk,O=Acme GmbH",
                other.getPublic(),
                "CN=Acme Root,O=Acme" + " GmbH,C=DE",
                company.root)
            .authority(0)
            .usage(KeyUsage.cRLSign)
            .make();
    refusedPath(List.of(hers, noSigning), "does not allow it to issue others");
  }

  @Test
  void aPathLongerThanItsAuthoritiesAllowIsRefused() throws Exception {
    trustTheCompany();
    KeyPair below = KeyMaker.p256();
    Bytes third =
        new Company.Order(
                "CN=Third,O=Acme GmbH",
                below.getPublic(),
                "CN=Acme Issuing,O=Acme" + " GmbH,C=DE",
                company.issuing)
            .authority(0)
            .make();
    Bytes hers =
        new Company.Order(Company.PERSON, erinsKey(), "CN=Third,O=Acme GmbH", below).make();
    refusedPath(List.of(hers, third, company.issuingCertificate), "below");
  }

  @Test
  void namesThatAnAuthorityDoesNotAllowAreRefused() throws Exception {
    trustTheCompany();
    KeyPair sub = KeyMaker.p256();
    Bytes narrow =
        new Company.Order(
                "CN=Narrow,O=Acme GmbH,C=DE",
                sub.getPublic(),
                "CN=Acme Root,O=Acme" + " GmbH,C=DE",
                company.root)
            .authority(0)
            .permitting("C=FR")
            .make();
    Bytes hers =
        new Company.Order(Company.PERSON, erinsKey(), "CN=Narrow,O=Acme GmbH,C=DE", sub).make();
    refusedPath(List.of(hers, narrow), "is one that an authority above it does not allow");
  }

  @Test
  void aRootThatWasAlteredIsNotTrusted() throws Exception {
    Bytes own = company.forOrganization(acmesKey()).getFirst();
    byte[] altered = company.rootCertificate.toArray();
    altered[altered.length - 1] ^= 1;
    String root = "CN=Acme Root,O=Acme GmbH,C=DE";
    Bytes wider =
        new Company.Order(root, company.root.getPublic(), root, KeyMaker.p256())
            .authority(9)
            .make();
    for (Bytes bad : List.of(Bytes.of(altered), wider)) {
      refusedPath(
          List.of(own, bad),
          "the certificate of C=DE,O=Acme GmbH,CN=Acme Root names itself as its issuer, and its"
              + " own key did not sign it");
      assertThat(certificates.of(ACME)).isEmpty();
    }
    trustTheCompany();
  }

  @Test
  void noSignatureIsCheckedOfAPathThatIsTooLongNorOfWhatIsOnNoPath() throws Exception {
    Bytes own = company.forOrganization(acmesKey()).getFirst();
    String root = "CN=Acme Root,O=Acme GmbH,C=DE";
    String another = "CN=Another Root,O=Acme GmbH,C=DE";
    KeyPair others = KeyMaker.p256();
    Bytes unsigned =
        new Company.Order(root, company.root.getPublic(), root, others).authority(9).make();
    Bytes unsignedElsewhere =
        new Company.Order(another, company.root.getPublic(), another, others).authority(9).make();
    Limits atMostTwo =
        new Limits(
            Limits.WIDEST.largestPayload(),
            Limits.WIDEST.largestBlock(),
            Limits.WIDEST.mostTransactions(),
            Limits.WIDEST.mostVersions(),
            Limits.WIDEST.longestDescription(),
            2);
    KeyPair issuing = KeyMaker.p256();
    String below = "CN=Below,O=Acme GmbH,C=DE";
    List<Bytes> three =
        List.of(
            new Company.Order("CN=Acme Touchmark,O=Acme GmbH,C=DE", acmesKey(), below, issuing)
                .authority(1)
                .make(),
            new Company.Order(below, issuing.getPublic(), root, others).authority(2).make(),
            unsigned);
    assertThatThrownBy(() -> new CompanyCertificates(ring, atMostTwo, CLOCK).take(three))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageContaining("more than the 2 certificates");
    assertThat(
            certificates
                .take(List.of(own, unsignedElsewhere, company.rootCertificate))
                .path()
                .anchor())
        .contains("CN=Acme Root");
  }

  @Test
  void aCertificateThatTheAuthorityKeySignedItselfIsNoCompanyCertificate() {
    String self = "CN=Acme Touchmark,O=Acme GmbH,C=DE";
    refusedPath(
        List.of(
            new Company.Order(self, acmesKey(), self, company.root).authority(1).make(),
            company.rootCertificate),
        "which the organization does not trust");
  }

  @Test
  void aKeyThatAPersonHereHasMakesNoSecondPerson() throws Exception {
    trustTheCompany();
    KeyPair keys = KeyMaker.p256();
    Path file = home.resolve("ben.p12");
    writePkcs12(file, keys, company.person(keys.getPublic()));
    PersonFile.Content.CompanyKey found =
        (PersonFile.Content.CompanyKey) new PersonFile(file).read(ring, "file".toCharArray());
    certificates.addPerson(new ResourceId("ben"), ACME, found.key(), found.certificates());
    assertThatThrownBy(
            () ->
                certificates.addPerson(
                    new ResourceId("ben2"), ACME, found.key(), found.certificates()))
        .isInstanceOf(KeyRingException.class)
        .hasMessage("the key is in this home already, as that of ben");
  }

  @Test
  void aKeyOfAKindThatDoesNotSignHereIsOneSentence() throws Exception {
    trustTheCompany();
    for (KeyPair keys : List.of(Forge.keys("EC", 384), Forge.keys("RSA", 3072))) {
      Path file = home.resolve(keys.getPublic().getAlgorithm() + ".p12");
      writePkcs12(file, keys, company.person(keys.getPublic()));
      PersonFile.Content.CompanyKey found =
          (PersonFile.Content.CompanyKey) new PersonFile(file).read(ring, "file".toCharArray());
      assertThatThrownBy(
              () ->
                  certificates.addPerson(
                      new ResourceId("ben"), ACME, found.key(), found.certificates()))
          .isInstanceOf(KeyRingException.class)
          .hasMessageMatching(
              "the key is of no use: a P-256 or Ed25519 key is expected, not"
                  + " (EC of 384|RSA of 3072) bits");
    }
  }

  @Test
  void aCertificateForAnotherOrganizationIsRefused() throws Exception {
    trustTheCompany();
    refused(
        new Company.Order(
                "CN=Erin Berg,O=Bolt Ltd,C=DE",
                erinsKey(),
                "CN=Acme Issuing,O=Acme GmbH,C=DE",
                company.issuing)
            .make(),
        "names the organization 'Bolt Ltd', and that of acme names 'Acme GmbH'");
  }

  @Test
  void weakSignaturesAndKeysAreRefused() throws Exception {
    trustTheCompany();
    refused(company.order(erinsKey()).algorithm("SHA1withRSA").make(), "which is too weak");
    refused(company.order(erinsKey()).algorithm("SHA1withRSAandMGF1").make(), "which is too weak");
    assertThat(
            certificates
                .take(erins(company.order(erinsKey()).algorithm("SHA256withRSAandMGF1").make()))
                .owner())
        .isEqualTo(ERIN);
    KeyPair weak = Forge.keys("RSA", 2048);
    Bytes sub =
        new Company.Order(
                "CN=Weak,O=Acme GmbH",
                weak.getPublic(),
                "CN=Acme Root,O=Acme" + " GmbH,C=DE",
                company.root)
            .authority(0)
            .make();
    Bytes hers = new Company.Order(Company.PERSON, erinsKey(), "CN=Weak,O=Acme GmbH", weak).make();
    refusedPath(List.of(hers, sub), "has 2048 bits, at least 3072 are accepted");
  }

  @Test
  void aRootWhoseNameConstraintsCannotBeReadIsRefused() {
    Bytes root =
        new Company.Order(
                "CN=Acme Root,O=Acme GmbH,C=DE",
                company.root.getPublic(),
                "CN=Acme Root,O=Acme GmbH,C=DE",
                company.root)
            .authority(1)
            .unreadableConstraints()
            .make();
    assertThatThrownBy(
            () -> certificates.take(List.of(company.forOrganization(acmesKey()).getFirst(), root)))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageContaining("Acme Root")
        .hasMessageEndingWith("cannot be read");
  }

  @Test
  void aPemBlockThatEndsWithinItsFirstLineIsRefused() {
    for (String text :
        List.of("-----BEGIN CERTIFICATE-----END CERTIFICATE-----", "-----BEGIN X", "-----BEGIN ")) {
      assertThatThrownBy(() -> CertificateText.read(text.getBytes(StandardCharsets.US_ASCII)))
          .as(text)
          .isInstanceOf(BadCertificateException.class)
          .hasMessageEndingWith("does not end");
    }
  }

  @Test
  void anUnknownCriticalExtensionIsRefused() throws Exception {
    trustTheCompany();
    refused(
        company.order(erinsKey()).unknownCritical().make(),
        "has a critical extension that is not understood");
  }

  @Test
  void aCertificateOfAStrangersKeyIsRefused() throws Exception {
    trustTheCompany();
    refused(
        company.person(KeyMaker.p256().getPublic()),
        "none of the certificates is of a key in this home");
  }

  @Test
  void aRotatedKeyLosesItsCompanyCertificate() throws Exception {
    trustTheCompany();
    certificates.take(erins(company.person(erinsKey())));
    KeyRotation rotation = new KeyRotation(ring);
    rotation.prepareSigning(ERIN, KeyOrigin.DEFAULT);
    rotation.adoptSigning(ERIN);
    assertThat(certificates.of(ERIN)).isEmpty();
  }

  @Test
  void anExpiredPathIsNoticedLater() throws Exception {
    trustTheCompany();
    certificates.take(erins(company.person(erinsKey())));
    CompanyCertificates later =
        new CompanyCertificates(
            ring, Limits.WIDEST, Clock.fixed(Company.TO.plusSeconds(1), ZoneOffset.UTC));
    assertThatThrownBy(() -> later.of(ERIN))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageContaining("not at 2030-01-01T00:00:01Z");
  }

  @Test
  void certificatesAreReadAsPemDerAndPkcs7() throws Exception {
    List<Bytes> all = List.of(company.issuingCertificate, company.rootCertificate);
    byte[] pem =
        ("Subject: CN=somebody\n" + CertificateText.pem(all).replace("\n", "\r\n") + "trailing")
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(CertificateText.read(pem)).isEqualTo(all);
    assertThat(CertificateText.read(company.rootCertificate.toArray()))
        .containsExactly(company.rootCertificate);
    byte[] p7 = Company.pkcs7(all);
    assertThat(CertificateText.read(p7)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(
            CertificateText.read(
                CertificateText.pem("PKCS7", Bytes.of(p7)).getBytes(StandardCharsets.US_ASCII)))
        .hasSize(2);
  }

  @Test
  void garbageIsRefusedInASentence() {
    unreadable("", "it holds no certificate");
    unreadable("hello", "it holds no certificate");
    unreadable("-----BEGIN CERTIFICATE-----\n", "a PEM block does not end");
    unreadable("-----BEGIN CERTIFICATE", "a PEM block's first line does not end");
    unreadable("-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----", "is no base64");
    unreadable(
        "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n-----BEGIN "
            + "x".repeat(80)
            + "-----",
        "a PEM block does not end");
    unreadable(
        "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----",
        "it holds a private key as PEM; keys are imported from PKCS#12");
    assertThatThrownBy(() -> CertificateText.read(new byte[CertificateText.LARGEST + 1]))
        .hasMessage("it has 1048577 bytes, at most 1048576 are read");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 17; i++) {
      many.append(
          CertificateText.pem("CERTIFICATE", Bytes.of(new byte[] {0x30, 3, 2, 1, (byte) i})));
    }
    unreadable(many.toString(), "it holds more than 16 certificates");
  }

  @Test
  void noFlippedByteGetsThrough() throws Exception {
    trustTheCompany();
    Bytes good = company.person(erinsKey());
    for (int at = 0; at < good.length(); at += 3) {
      byte[] bad = good.toArray();
      bad[at] ^= 0x04;
      try {
        certificates.take(erins(Bytes.of(bad)));
        assertThat(at).as("a flipped byte that nobody notices").isNegative();
      } catch (BadCertificateException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    Random random = new Random(4711);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      if (noise.length > 0 && i % 2 == 0) {
        noise[0] = 0x30;
      }
      try {
        List<Bytes> read = new ArrayList<>(CertificateText.read(noise));
        certificates.take(read);
        assertThat(i).isNegative();
      } catch (BadCertificateException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  private void refused(Bytes certificate, String sentence) {
    refusedPath(List.of(certificate, company.issuingCertificate), sentence);
  }

  private void refusedPath(List<Bytes> path, String sentence) {
    assertThatThrownBy(() -> certificates.take(path))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageContaining(sentence);
  }

  private void unreadable(String text, String sentence) {
    assertThatThrownBy(() -> CertificateText.read(text.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(BadCertificateException.class)
        .hasMessageContaining(sentence);
  }
}

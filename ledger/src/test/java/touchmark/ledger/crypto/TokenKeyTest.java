package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.crypto.token.Token;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.crypto.token.TokenChoice;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.ResourceId;

/// Keys in a real PKCS#11 library: SoftHSM2.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ResourceId ACME = new ResourceId("acme");
  private static final ResourceId ERIN = new ResourceId("erin");
  private static final ResourceId BEN = new ResourceId("ben");

  @TempDir static Path folder;
  private static SoftToken soft;

  @TempDir Path home;

  @BeforeAll
  static void tokens() throws Exception {
    soft =
        SoftToken.in(folder)
            .withToken("erin's card")
            .withToken("acme authority")
            .withToken("issued by the company")
            .withToken("of many kinds");
  }

  private static TokenChoice token(String label) {
    return new TokenChoice(soft.library(), OptionalLong.empty(), Optional.of(label));
  }

  private KeyRing ring(Pins pins) throws KeyRingException {
    Path file = home.resolve("keys.p12");
    return Files.exists(file)
        ? KeyRing.open(file, "x".toCharArray(), CLOCK, pins)
        : KeyRing.create(file, "x".toCharArray(), CLOCK, pins);
  }

  private static char[] right(TokenAddress token) {
    return SoftToken.PIN.toCharArray();
  }

  /// Before the others: once a process has opened a token, the token asks it no more.
  @Test
  @Order(0)
  void aWrongPinIsCalledSo() throws Exception {
    KeyRing ring = ring(token -> "9999".toCharArray());
    KeyUnavailableException refused =
        catchThrowableOfType(
            KeyUnavailableException.class,
            () ->
                ring.addOrganization(
                    ACME, "Acme GmbH", new KeyOrigin.InToken(token("acme authority"))));
    assertThat(refused)
        .hasMessageMatching("the PIN does not open the token 'acme authority' \\(serial .*\\)");
    assertThat(refused.reason()).isEqualTo(KeyUnavailableException.Reason.LOCKED);
    assertThat(ring.organizations()).isEmpty();
  }

  @Test
  @Order(1)
  void aPersonsKeyIsMadeInHerTokenAndSignsThere() throws Exception {
    KeyRing ring = ring(TokenKeyTest::right);
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addPerson(ERIN, ACME, new KeyOrigin.InToken(token("erin's card")));

    KeyRing again = ring(TokenKeyTest::right);
    SigningKey erin = again.person(ERIN).orElseThrow().signing();
    Certificate certificate = Certificate.parse(erin.certificate());
    assertThat(erin.place()).isEqualTo(KeyPlace.TOKEN);
    new Certificates()
        .requireIssued(
            certificate,
            CertificateUse.SIGNING,
            Certificate.parse(again.organization(ACME).orElseThrow().authority().certificate()),
            NOW);
    for (int i = 0; i < 20; i++) {
      byte[] message = {(byte) i};
      assertThat(SignatureVerifier.verifies(certificate, message, erin.sign(message)))
          .as("low S in strict DER")
          .isTrue();
    }
    assertThat(again.content().entries().holdsKey("erin@acme"))
        .as("the home holds no private key of hers")
        .isFalse();
    assertThatThrownBy(
            () -> new PersonFile(home.resolve("erin.p12")).write(again, ERIN, new char[] {'x'}))
        .hasMessage("the key of erin never leaves its token");
    assertThat(home.resolve("erin.p12")).doesNotExist();
  }

  @Test
  @Order(2)
  void anAuthorityInATokenIssuesCertificates() throws Exception {
    KeyRing ring = ring(TokenKeyTest::right);
    OrganizationKeys acme =
        ring.addOrganization(ACME, "Acme GmbH", new KeyOrigin.InToken(token("acme authority")));
    PersonKeys ben = ring(TokenKeyTest::right).addPerson(BEN, ACME);
    Certificate authority = Certificate.parse(acme.authority().certificate());
    new Certificates().requireAuthority(authority, NOW);
    new Certificates()
        .requireIssued(
            Certificate.parse(ben.signing().certificate()), CertificateUse.SIGNING, authority, NOW);
    assertThat(ben.signing().place()).isEqualTo(KeyPlace.HOME);
    assertThat(acme.sealer().place()).isEqualTo(KeyPlace.HOME);
    assertThatThrownBy(
            () ->
                new AuthorityFile(home.resolve("a.p12"))
                    .takeFrom(ring(TokenKeyTest::right), ACME, new char[] {'x'}))
        .hasMessage("the authority key of acme never leaves its token");
  }

  @Test
  @Order(3)
  void aTokenIsNotOpenedBeforeItsKeyIsNeeded() throws Exception {
    ring(TokenKeyTest::right)
        .addOrganization(ACME, "Acme GmbH", new KeyOrigin.InToken(token("acme authority")));
    SigningKey authority = ring(Pins.NONE).organization(ACME).orElseThrow().authority();
    assertThat(authority.certificate().length()).isPositive();
    assertThatThrownBy(() -> authority.sign(new byte[1]))
        .isInstanceOf(KeyUnavailableException.class)
        .hasMessageMatching("the token 'acme authority' \\(serial .*\\) needs its PIN");
  }

  @Test
  @Order(5)
  void aTokenThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
    KeyRing ring = ring(TokenKeyTest::right);
    ring.addOrganization(ACME, "Acme GmbH");
    missing(
        ring,
        token("pia's card"),
        "there is no such token in .*; there are: .*'erin's card' \\(slot \\d+\\).*");
    missing(
        ring,
        new TokenChoice(soft.library(), OptionalLong.empty(), Optional.empty()),
        "say which token is meant, by label or slot, in .*");
    missing(
        ring,
        new TokenChoice(home.resolve("none.so"), OptionalLong.empty(), Optional.empty()),
        "there is no PKCS#11 library at .*none.so");
    Path text = Files.writeString(home.resolve("text.so"), "no library");
    missing(
        ring,
        new TokenChoice(text, OptionalLong.empty(), Optional.empty()),
        ".*text.so is no PKCS#11 library: .*");
  }

  private static void missing(KeyRing ring, TokenChoice choice, String sentence) {
    KeyUnavailableException refused =
        catchThrowableOfType(
            KeyUnavailableException.class,
            () -> ring.addPerson(ERIN, ACME, new KeyOrigin.InToken(choice)));
    assertThat(refused.getMessage()).matches(sentence);
    assertThat(refused.reason()).isEqualTo(KeyUnavailableException.Reason.MISSING);
    assertThat(ring.person(ERIN)).isEmpty();
  }

  @Test
  @Order(6)
  void aRotatedKeyMayMoveIntoTheToken() throws Exception {
    KeyRing ring = ring(TokenKeyTest::right);
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addPerson(BEN, ACME);
    KeyRotation rotation = new KeyRotation(ring);
    SigningKey next = rotation.prepareSigning(BEN, new KeyOrigin.InToken(token("erin's card")));
    rotation.adoptSigning(BEN);
    SigningKey now = ring(TokenKeyTest::right).person(BEN).orElseThrow().signing();
    assertThat(now.certificateHash()).isEqualTo(next.certificateHash());
    assertThat(now.place()).isEqualTo(KeyPlace.TOKEN);
    Bytes signature = now.sign(new byte[] {5});
    assertThat(
            SignatureVerifier.verifies(
                Certificate.parse(now.certificate()), new byte[] {5}, signature))
        .isTrue();
  }

  @Test
  @Order(7)
  void aKeyBesideItsCompanyCertificateInATokenIsTakenOver() throws Exception {
    KeyRing maker = ring(TokenKeyTest::right);
    maker.addOrganization(ACME, "Acme GmbH");
    Company company = new Company();
    TokenChoice card = token("issued by the company");
    NewKey.InToken key = (NewKey.InToken) maker.newKey(new KeyOrigin.InToken(card));
    key.tokens()
        .use(
            key.address(),
            token -> {
              token.keep(
                  key.fresh(), "company key", KeyEntries.x509(company.person(key.publicKey())));
              return token;
            });
    maker.change(
        fresh ->
            fresh
                .entries()
                .putCompanyPath(
                    "acme/authority",
                    company.forOrganization(
                        KeyEntries.x509(fresh.entries().certificate("acme/authority"))
                            .getPublicKey())));
    CompanyCertificates certificates = new CompanyCertificates(maker, Limits.WIDEST, CLOCK);

    PersonFile.Content.CompanyKey found = certificates.inToken(card, Optional.empty());
    certificates.addPerson(
        ERIN, ACME, found.key(), CertificateText.join(found.certificates(), company.chain()));

    KeyRing again = ring(TokenKeyTest::right);
    assertThat(again.person(ERIN).orElseThrow().signing().place()).isEqualTo(KeyPlace.TOKEN);
    assertThat(
            new CompanyCertificates(again, Limits.WIDEST, CLOCK).of(ERIN).orElseThrow().subject())
        .contains("CN=Erin Berg");
    assertThatThrownBy(() -> certificates.inToken(card, Optional.empty()))
        .hasMessageContaining("no such key with a certificate");
  }

  /// What a failed attempt left waiting is of no use to who asks for a key in another place.
  @Test
  @Order(7)
  void aWaitingKeyOutsideTheTokenIsNotTakenForOneInItNorTheReverse() throws Exception {
    KeyRing ring = ring(TokenKeyTest::right);
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addPerson(BEN, ACME);
    KeyRotation rotation = new KeyRotation(ring);
    KeyOrigin card = new KeyOrigin.InToken(token("erin's card"));

    SigningKey software = rotation.prepareSigning(BEN, KeyOrigin.DEFAULT);
    SigningKey inToken = rotation.prepareSigning(BEN, card);
    assertThat(software.place()).isEqualTo(KeyPlace.HOME);
    assertThat(inToken.place()).isEqualTo(KeyPlace.TOKEN);
    assertThat(rotation.prepareSigning(BEN, card).certificateHash())
        .as("a second attempt finds the first one's key")
        .isEqualTo(inToken.certificateHash());
    assertThat(
            rotation
                .prepareSigning(BEN, new KeyOrigin.InToken(token("acme authority")))
                .certificateHash())
        .as("another token is another place")
        .isNotEqualTo(inToken.certificateHash());

    SigningKey again = rotation.prepareSigning(BEN, KeyOrigin.DEFAULT);
    assertThat(again.place()).isEqualTo(KeyPlace.HOME);
    assertThat(again.certificateHash()).isNotEqualTo(software.certificateHash());
    rotation.adoptSigning(BEN);
    SigningKey now = ring(Pins.NONE).person(BEN).orElseThrow().signing();
    assertThat(
            SignatureVerifier.verifies(
                Certificate.parse(now.certificate()), new byte[] {5}, now.sign(new byte[] {5})))
        .isTrue();
  }

  @Test
  @Order(7)
  void aKeyInATokenThatIsNotP256IsOneSentence() throws Exception {
    KeyRing ring = ring(TokenKeyTest::right);
    ring.addOrganization(ACME, "Acme GmbH");
    TokenChoice card = token("of many kinds");
    Company company = new Company();
    TokenAddress address = card.find();
    for (KeyPair keys : List.of(Forge.keys("RSA", 3072), Forge.keys("EC", 384))) {
      X509Certificate certificate = KeyEntries.x509(company.person(keys.getPublic()));
      ring.tokens()
          .use(
              address,
              token -> {
                token.keep(
                    new Token.Fresh(keys), keys.getPublic().getAlgorithm() + " key", certificate);
                return token;
              });
    }
    CompanyCertificates certificates = new CompanyCertificates(ring, Limits.WIDEST, CLOCK);
    assertThatThrownBy(() -> certificates.inToken(card, Optional.of("RSA key")))
        .isInstanceOf(KeyRingException.class)
        .hasMessageMatching(
            "the key 'RSA key' in the token 'of many kinds' \\(serial .*\\) is of no use: a P-256"
                + " key is expected, not RSA of 3072 bits");
    assertThatThrownBy(() -> certificates.inToken(card, Optional.of("EC key")))
        .isInstanceOf(KeyRingException.class)
        .hasMessageEndingWith("a P-256 key is expected, not EC of 384 bits");
    assertThatThrownBy(() -> certificates.inToken(card, Optional.empty()))
        .isInstanceOf(KeyRingException.class)
        .hasMessageContaining("no such key with a certificate");

    NewKey.InToken key = (NewKey.InToken) ring.newKey(new KeyOrigin.InToken(card));
    key.tokens()
        .use(
            address,
            token -> {
              token.keep(key.fresh(), "hers", KeyEntries.x509(company.person(key.publicKey())));
              return token;
            });
    assertThat(certificates.inToken(card, Optional.empty()).key().publicKey())
        .as("beside keys of other kinds the one of use is found without its label")
        .isEqualTo(KeyEntries.x509(company.person(key.publicKey())).getPublicKey());
  }

  @Test
  @Order(8)
  void aRemovedTokenIsMissed() throws Exception {
    KeyRing ring = ring(TokenKeyTest::right);
    ring.addOrganization(ACME, "Acme GmbH", new KeyOrigin.InToken(token("acme authority")));
    SigningKey authority = ring(TokenKeyTest::right).organization(ACME).orElseThrow().authority();
    authority.sign(new byte[] {1});
    soft.removeAll();
    KeyUnavailableException refused =
        catchThrowableOfType(KeyUnavailableException.class, () -> authority.sign(new byte[] {2}));
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(KeyUnavailableException.Reason.MISSING);
    assertThat(refused.getMessage()).contains("token 'acme authority'").doesNotContain("\n");
  }

  @Test
  void theAddressOfATokenSurvivesAnyLabel() {
    for (String label : new String[] {"plain", "Ö;serial=?%/&\n", "a b", "", "?module-path=/x"}) {
      TokenAddress address = new TokenAddress(Path.of("/lib/with space;x.so"), label, "12 34");
      assertThat(TokenAddress.parse(address.uri())).isEqualTo(address);
    }
    for (String bad :
        new String[] {
          "",
          "pkcs11:",
          "pkcs11:token=x",
          "pkcs11:token=%4;serial=1?module-path=%",
          "offline",
          "pkcs11:token=x;serial=1?module-path=relative.so"
        }) {
      assertThatThrownBy(() -> TokenAddress.parse(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

class KeyRingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final ResourceId ACME = new ResourceId("acme");
  private static final ResourceId BOLT = new ResourceId("bolt");
  private static final ResourceId ERIN = new ResourceId("erin");

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = home.resolve("schlüssel und keys.p12");
  }

  private static char[] password() {
    return "correct horse".toCharArray();
  }

  private KeyRing newRing() throws KeyRingException {
    return KeyRing.create(file, password(), CLOCK);
  }

  @Test
  void keysOfManyOrganizationsAndPersonsOutliveTheProcess() throws Exception {
    KeyRing ring = newRing();
    OrganizationKeys acme = ring.addOrganization(ACME, "Acme GmbH");
    OrganizationKeys bolt = ring.addOrganization(BOLT, "Bolt Ltd");
    PersonKeys erin = ring.addPerson(ERIN, ACME);

    KeyRing again = KeyRing.open(file, password(), CLOCK);

    assertThat(again.organizations())
        .extracting(OrganizationKeys::organization)
        .containsExactly(ACME, BOLT);
    assertThat(again.persons()).extracting(PersonKeys::person).containsExactly(ERIN);
    assertThat(again.persons().getFirst().belongsTo()).isEqualTo(ACME);
    byte[] message = "the same message".getBytes(StandardCharsets.UTF_8);
    assertThat(again.organization(ACME).orElseThrow().authority().sign(message))
        .isEqualTo(acme.authority().sign(message));
    assertThat(again.organization(BOLT).orElseThrow().sealer().sign(message))
        .isEqualTo(bolt.sealer().sign(message));
    assertThat(again.persons().getFirst().signing().sign(message))
        .isEqualTo(erin.signing().sign(message));
  }

  @Test
  void everyCertificateIsIssuedByItsOrganizationForItsUse() throws Exception {
    KeyRing ring = newRing();
    OrganizationKeys acme = ring.addOrganization(ACME, "Acme GmbH");
    PersonKeys erin = ring.addPerson(ERIN, ACME);
    Certificate authority = Certificate.parse(acme.authority().certificate());
    Certificate sealing = Certificate.parse(acme.sealer().certificate());
    Certificate encryption = Certificate.parse(acme.encryptionCertificate());
    Certificate person = Certificate.parse(erin.signing().certificate());
    Certificates certificates = new Certificates();

    certificates.requireAuthority(authority, NOW);
    certificates.requireIssued(sealing, CertificateUse.SIGNING, authority, NOW);
    certificates.requireIssued(encryption, CertificateUse.ENCRYPTION, authority, NOW);
    certificates.requireIssued(person, CertificateUse.SIGNING, authority, NOW);

    assertThat(authority.isNamed(ACME)).isTrue();
    assertThat(person.isNamedOnly(ERIN)).isTrue();
    assertThat(person.subject()).isEqualTo("CN=erin");
    assertThat(authority.isNamedOnly(ACME)).isFalse();
    assertThat(acme.sealer().certificateHash()).isEqualTo(sealing.hash());
  }

  @Test
  void aPersonNeedsHerOrganizationsAuthority() throws Exception {
    KeyRing ring = newRing();
    assertThatThrownBy(() -> ring.addPerson(ERIN, ACME))
        .isInstanceOf(KeyRingException.class)
        .hasMessage("the key store lacks the authority key of acme");
  }

  @Test
  void nobodyIsAddedTwice() throws Exception {
    KeyRing ring = newRing();
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addOrganization(BOLT, "Bolt Ltd");
    ring.addPerson(ERIN, ACME);
    assertThatThrownBy(() -> ring.addOrganization(ACME, "Acme again"))
        .hasMessage("the key store has keys of acme already");
    assertThatThrownBy(() -> ring.addPerson(ERIN, BOLT))
        .hasMessage("the key store has keys of erin already");
  }

  @Test
  void twoRingsOnOneFileLoseNoKey() throws Exception {
    KeyRing first = newRing();
    KeyRing second = KeyRing.open(file, password(), CLOCK);
    first.addOrganization(ACME, "Acme GmbH");
    second.addOrganization(BOLT, "Bolt Ltd");
    assertThat(KeyRing.open(file, password(), CLOCK).organizations()).hasSize(2);
  }

  @Test
  void anExistingFileIsNotOverwritten() throws Exception {
    Files.writeString(file, "something dear");
    assertThatThrownBy(this::newRing).hasMessageContaining("there is a file already at");
    assertThat(file).hasContent("something dear");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> KeyRing.open(file, password(), CLOCK))
        .isInstanceOf(KeyRingException.class)
        .hasMessageStartingWith("there is no key store at ");
  }

  @Test
  void aWrongPasswordIsCalledSo() throws Exception {
    newRing();
    assertThat(openingWith("wrong").wrongPassword()).isTrue();
    KeyRing.open(file, password(), CLOCK).addOrganization(ACME, "Acme GmbH");
    assertThat(openingWith("wrong").wrongPassword()).isTrue();
    assertThat(openingWith("").wrongPassword()).isTrue();
  }

  @Test
  void aDamagedFileIsNotTakenForAWrongPassword() throws Exception {
    newRing().addOrganization(ACME, "Acme GmbH");
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at += Math.max(1, good.length / 80)) {
      byte[] bad = good.clone();
      bad[at] ^= 0x11;
      Files.write(file, bad);
      KeyRingException e =
          catchThrowableOfType(KeyRingException.class, () -> KeyRing.open(file, password(), CLOCK));
      if (e != null) {
        assertThat(e.wrongPassword()).as("byte %d flipped: %s", at, e.getMessage()).isFalse();
      }
    }
    Files.write(file, java.util.Arrays.copyOf(good, good.length / 2));
    assertThat(openingWith("correct horse").wrongPassword()).isFalse();
    Files.writeString(file, "no key store at all");
    assertThat(openingWith("correct horse").wrongPassword()).isFalse();
    Files.write(file, new byte[0]);
    assertThat(openingWith("correct horse").wrongPassword()).isFalse();
  }

  @Test
  void onlyTheOwnerMayReadTheFileAndNoTemporaryOneStays() throws Exception {
    newRing().addOrganization(ACME, "Acme GmbH");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    try (var files = Files.list(home)) {
      assertThat(files).noneMatch(path -> path.toString().endsWith(".tmp"));
    }
  }

  @Test
  void aWrappedKeyOpensForEachRecipientAndForNobodyElse() throws Exception {
    KeyRing ring = newRing();
    OrganizationKeys acme = ring.addOrganization(ACME, "Acme GmbH");
    OrganizationKeys bolt = ring.addOrganization(BOLT, "Bolt Ltd");
    ResourceId print = new ResourceId("print-co");
    ring.addOrganization(print, "Print Co");
    byte[] key = new byte[32];
    key[7] = 42;

    byte[] wrapped =
        KeyRing.wrap(key, List.of(acme.encryptionCertificate(), bolt.encryptionCertificate()));

    assertThat(ring.unwrap(wrapped, ACME)).hasValueSatisfying(k -> assertThat(k).isEqualTo(key));
    assertThat(ring.unwrap(wrapped, BOLT)).hasValueSatisfying(k -> assertThat(k).isEqualTo(key));
    assertThat(ring.unwrap(wrapped, print)).isEmpty();
    assertThatThrownBy(() -> ring.unwrap(wrapped, new ResourceId("nobody")))
        .hasMessage("the key store has no keys of nobody");
  }

  @Test
  void aDamagedWrappedKeyIsNoKey() throws Exception {
    KeyRing ring = newRing();
    OrganizationKeys acme = ring.addOrganization(ACME, "Acme GmbH");
    byte[] key = new byte[32];
    byte[] wrapped = KeyRing.wrap(key, List.of(acme.encryptionCertificate()));
    for (int at = 0; at < wrapped.length; at++) {
      byte[] bad = wrapped.clone();
      bad[at] ^= 0x20;
      try {
        ring.unwrap(bad, ACME).ifPresent(k -> assertThat(k).isNotNull());
      } catch (KeyRingException e) {
        assertThat(e).hasMessageStartingWith("the wrapped key is");
      }
    }
  }

  @Test
  void aKeyIsNotWrappedForASigningCertificate() throws Exception {
    OrganizationKeys acme = newRing().addOrganization(ACME, "Acme GmbH");
    List<Bytes> signing = List.of(acme.sealer().certificate());
    assertThatThrownBy(() -> KeyRing.wrap(new byte[32], signing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was not made for use as ENCRYPTION");
  }

  @Test
  void anIssuedCertificateDoesNotOutliveItsAuthority() throws Exception {
    newRing().addOrganization(ACME, "Acme GmbH");
    Clock later = Clock.fixed(NOW.plus(Duration.ofDays(9 * 365)), ZoneOffset.UTC);
    KeyRing ring = KeyRing.open(file, password(), later);
    PersonKeys erin = ring.addPerson(ERIN, ACME);
    Certificate authority =
        Certificate.parse(ring.organization(ACME).orElseThrow().authority().certificate());
    assertThat(Certificate.parse(erin.signing().certificate()).notAfter())
        .isEqualTo(authority.notAfter());
  }

  private KeyRingException openingWith(String password) {
    return catchThrowableOfType(
        KeyRingException.class, () -> KeyRing.open(file, password.toCharArray(), CLOCK));
  }
}

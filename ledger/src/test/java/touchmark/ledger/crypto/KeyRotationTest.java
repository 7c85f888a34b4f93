package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

class KeyRotationTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);
  private static final ResourceId ACME = new ResourceId("acme");
  private static final ResourceId ERIN = new ResourceId("erin");

  @TempDir Path home;
  private KeyRing ring;

  @BeforeEach
  void make() throws Exception {
    ring = KeyRing.create(home.resolve("keys.p12"), password(), CLOCK);
    ring.addOrganization(ACME, "Acme GmbH");
    ring.addPerson(ERIN, ACME);
  }

  private static char[] password() {
    return "correct horse".toCharArray();
  }

  private KeyRing again() throws KeyRingException {
    return KeyRing.open(home.resolve("keys.p12"), password(), CLOCK);
  }

  @Test
  void aNewSigningKeyWaitsUntilItIsAdopted() throws Exception {
    SigningKey old = ring.person(ERIN).orElseThrow().signing();
    SigningKey next = new KeyRotation(ring).prepareSigning(ERIN, KeyOrigin.DEFAULT);

    assertThat(next.certificateHash()).isNotEqualTo(old.certificateHash());
    assertThat(again().person(ERIN).orElseThrow().signing().certificateHash())
        .isEqualTo(old.certificateHash());
    assertThat(again().persons()).hasSize(1);
    KeyRotation later = new KeyRotation(again());
    assertThat(later.waitingSigning(ERIN).map(Certificate::hash)).contains(next.certificateHash());
    assertThat(later.prepareSigning(ERIN, KeyOrigin.DEFAULT).certificateHash())
        .as("a second attempt finds the first one's key")
        .isEqualTo(next.certificateHash());

    later.adoptSigning(ERIN);

    SigningKey now = again().person(ERIN).orElseThrow().signing();
    assertThat(now.certificateHash()).isEqualTo(next.certificateHash());
    assertThat(
            SignatureVerifier.verifies(
                Certificate.parse(now.certificate()), new byte[1], now.sign(new byte[1])))
        .isTrue();
    assertThat(new KeyRotation(again()).waitingSigning(ERIN)).isEmpty();
    assertThatThrownBy(() -> new KeyRotation(again()).adoptSigning(ERIN))
        .hasMessage("no new key of erin@acme waits in the key store");
  }

  @Test
  void packagesForFormerEncryptionKeysStillOpen() throws Exception {
    List<byte[]> wrapped = new ArrayList<>();
    byte[] contentKey = new byte[32];
    contentKey[3] = 9;
    for (int i = 0; i < 3; i++) {
      Bytes present = ring.organization(ACME).orElseThrow().encryptionCertificate();
      wrapped.add(KeyRing.wrap(contentKey, List.of(present)));
      KeyRotation rotation = new KeyRotation(ring);
      Bytes next = rotation.prepareEncryption(ACME);
      wrapped.add(KeyRing.wrap(contentKey, List.of(next)));
      assertThat(ring.unwrap(wrapped.getLast(), ACME)).isPresent();
      assertThat(rotation.waitingEncryption(ACME).map(Certificate::der)).contains(next);
      rotation.adoptEncryption(ACME);
      assertThat(ring.organization(ACME).orElseThrow().encryptionCertificate()).isEqualTo(next);
      assertThat(rotation.waitingEncryption(ACME)).isEmpty();
    }
    for (byte[] each : wrapped) {
      assertThat(again().unwrap(each, ACME))
          .hasValueSatisfying(key -> assertThat(key).isEqualTo(contentKey));
    }
  }

  @Test
  void theAuthorityMovesIntoAFileOfItsOwnAndIsLentFromThere() throws Exception {
    SigningKey before = ring.organization(ACME).orElseThrow().authority();
    Bytes signature = before.sign(new byte[] {1});
    AuthorityFile file = new AuthorityFile(home.resolve("authority.p12"));
    file.takeFrom(ring, ACME, "another".toCharArray());

    for (KeyRing each : List.of(ring, again())) {
      SigningKey away = each.organization(ACME).orElseThrow().authority();
      assertThat(away.place()).isEqualTo(KeyPlace.OFFLINE);
      assertThat(away.certificate()).isEqualTo(before.certificate());
      assertThatThrownBy(() -> away.sign(new byte[1]))
          .isInstanceOf(KeyUnavailableException.class)
          .hasMessage(
              "the authority key of acme is kept offline; name its file with --authority-key"
                  + " FILE");
      assertThatThrownBy(() -> each.addPerson(new ResourceId("ben"), ACME))
          .isInstanceOf(KeyUnavailableException.class);
    }
    KeyRing lent = again();
    assertThat(file.lendTo(lent, "another".toCharArray())).isEqualTo(ACME);
    assertThat(lent.organization(ACME).orElseThrow().authority().sign(new byte[] {1}))
        .isEqualTo(signature);
    lent.addPerson(new ResourceId("ben"), ACME);
    assertThat(lent.organization(ACME).orElseThrow().authority().sign(new byte[] {1}))
        .as("lent as long as the ring is used")
        .isEqualTo(signature);
    assertThat(again().organization(ACME).orElseThrow().authority().place())
        .isEqualTo(KeyPlace.OFFLINE);
    assertThat(again().person(new ResourceId("ben"))).isPresent();
  }

  @Test
  void theHomesPasswordDoesNotOpenTheAuthoritysFile() throws Exception {
    AuthorityFile file = new AuthorityFile(home.resolve("authority.p12"));
    file.takeFrom(ring, ACME, "another".toCharArray());
    KeyRingException refused =
        catchThrowableOfType(KeyRingException.class, () -> file.lendTo(ring, password()));
    assertThat(refused.wrongPassword()).isTrue();
  }

  @Test
  void theAuthorityIsNotMovedOntoAnExistingFileNorTwice() throws Exception {
    Path taken = home.resolve("taken.p12");
    Files.writeString(taken, "something dear");
    assertThatThrownBy(() -> new AuthorityFile(taken).takeFrom(ring, ACME, password()))
        .hasMessageContaining("there is a file already at");
    assertThat(taken).hasContent("something dear");
    assertThat(ring.organization(ACME).orElseThrow().authority().place()).isEqualTo(KeyPlace.HOME);
    new AuthorityFile(home.resolve("a.p12")).takeFrom(ring, ACME, password());
    assertThatThrownBy(
            () -> new AuthorityFile(home.resolve("b.p12")).takeFrom(ring, ACME, password()))
        .hasMessage("the authority key of acme is kept offline already");
  }

  @Test
  void anotherOrganizationsFileIsNotLent() throws Exception {
    KeyRing other = KeyRing.create(home.resolve("other.p12"), password(), CLOCK);
    other.addOrganization(ACME, "Acme of another network");
    AuthorityFile file = new AuthorityFile(home.resolve("authority.p12"));
    file.takeFrom(other, ACME, password());
    assertThatThrownBy(() -> file.lendTo(ring, password()))
        .hasMessageMatching(".* holds the authority key .* of acme, this home's is .*");
    AuthorityFile keys = new AuthorityFile(home.resolve("backup.p12"));
    new PersonFile(home.resolve("backup.p12")).write(ring, ERIN, password());
    assertThatThrownBy(() -> keys.lendTo(ring, password()))
        .hasMessageEndingWith("holds no authority key");
  }

  @Test
  void aBackupOfAPersonsKeyBringsItBack() throws Exception {
    PersonFile backup = new PersonFile(home.resolve("erin.p12"));
    backup.write(ring, ERIN, "another".toCharArray());
    Path elsewhere = home.resolve("elsewhere.p12");
    KeyRing fresh = KeyRing.create(elsewhere, password(), CLOCK);

    assertThat(backup.read(fresh, "another".toCharArray()))
        .isEqualTo(new PersonFile.Content.Backup(ERIN, ACME));
    PersonKeys restored = backup.restoreTo(fresh, "another".toCharArray());

    assertThat(restored.signing().sign(new byte[3]))
        .isEqualTo(ring.person(ERIN).orElseThrow().signing().sign(new byte[3]));
    assertThatThrownBy(() -> backup.restoreTo(fresh, "another".toCharArray()))
        .hasMessage("the key store has keys of erin already");
    assertThatThrownBy(() -> backup.write(ring, ERIN, password()))
        .hasMessageContaining("there is a file already at");
    assertThat(
            catchThrowableOfType(
                    KeyRingException.class, () -> backup.read(fresh, "wrong".toCharArray()))
                .wrongPassword())
        .isTrue();
    assertThat(Files.readAllBytes(home.resolve("erin.p12")).length).isLessThan(10_000);
  }

  @Test
  void aWaitingKeyOfAnotherAlgorithmIsReplaced() throws Exception {
    KeyRotation rotation = new KeyRotation(ring);
    SigningKey first = rotation.prepareSigning(ERIN, KeyOrigin.DEFAULT);
    KeyOrigin ed25519 = new KeyOrigin.Made(KeyAlgorithm.ED25519);

    SigningKey second = rotation.prepareSigning(ERIN, ed25519);

    assertThat(Certificate.parse(second.certificate()).keyAlgorithm())
        .isEqualTo(KeyAlgorithm.ED25519);
    assertThat(second.certificateHash()).isNotEqualTo(first.certificateHash());
    assertThat(new KeyRotation(again()).prepareSigning(ERIN, ed25519).certificateHash())
        .isEqualTo(second.certificateHash());
  }

  @Test
  void anExportReplacesNothingNotEvenALinkToNowhere() throws Exception {
    Path link =
        Files.createSymbolicLink(home.resolve("link.p12"), home.resolve("a stick that is away"));
    assertThatThrownBy(() -> new PersonFile(link).write(ring, ERIN, password()))
        .hasMessageContaining("there is a file already at");
    assertThatThrownBy(() -> new AuthorityFile(link).takeFrom(ring, ACME, password()))
        .hasMessageContaining("there is a file already at");
    assertThatThrownBy(() -> KeyRing.create(link, password(), CLOCK))
        .hasMessageContaining("there is a file already at");
    assertThat(link).isSymbolicLink();
    assertThat(again().organization(ACME).orElseThrow().authority().place())
        .isEqualTo(KeyPlace.HOME);
  }

  @Test
  void ofManyExportsToOnePlaceAtOnceOneIsWritten() throws Exception {
    Path place = home.resolve("backup.p12");
    List<ResourceId> people = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      people.add(ring.addPerson(new ResourceId("p-" + i), ACME).person());
    }
    CountDownLatch start = new CountDownLatch(1);
    List<ResourceId> written = new CopyOnWriteArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
      for (ResourceId person : people) {
        threads.submit(
            () -> {
              start.await();
              new PersonFile(place).write(ring, person, password());
              return written.add(person);
            });
      }
      start.countDown();
    }
    assertThat(written).hasSize(1);
    assertThat(new PersonFile(place).read(ring, password()))
        .isEqualTo(new PersonFile.Content.Backup(written.getFirst(), ACME));
    if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anAuthorityFileWhoseKeyIsAnotherOneIsNotLent() throws Exception {
    Path away = home.resolve("authority.p12");
    new AuthorityFile(away).takeFrom(ring, ACME, password());
    KeyStore store = KeyStore.getInstance(away.toFile(), password());
    store.setKeyEntry(
        "acme/authority",
        KeyMaker.p256().getPrivate(),
        password(),
        store.getCertificateChain("acme/authority"));
    Path forged = home.resolve("forged.p12");
    try (var out = Files.newOutputStream(forged)) {
      store.store(out, password());
    }
    KeyRing later = again();
    assertThatThrownBy(() -> new AuthorityFile(forged).lendTo(later, password()))
        .hasMessage("the authority key and its certificate do not go together");
    assertThatThrownBy(() -> later.addPerson(new ResourceId("ben"), ACME))
        .isInstanceOf(KeyUnavailableException.class);
  }
}

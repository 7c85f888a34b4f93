package touchmark.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.Parts;
import touchmark.app.Story;
import touchmark.app.usecase.DeliveryException;
import touchmark.app.usecase.OpenPackage;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareRequest;
import touchmark.ledger.Progress;
import touchmark.ledger.codec.Commitments;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.LabelOpenings;
import touchmark.ledger.model.Recorded;

/// A package on its way through hostile hands.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageTest {
  private static final int CONTENT = 2_600_000;

  @TempDir static Path directory;
  private Story story;
  private Fingerprint fingerprint;
  private Recorded send;
  private byte[] good;
  private Path changed;

  @BeforeAll
  void begin() throws Exception {
    story = Story.begin(directory.resolve("home"));
    byte[] content = new byte[CONTENT];
    new Random(7).nextBytes(content);
    Path file = Parts.write(directory.resolve("bracket.bin"), content);
    fingerprint = story.fingerprint(file);
    Story.done(story.claim(file, story.acme()));
    Path target = directory.resolve("bracket.tmk");
    send =
        Story.done(
            story
                .touchmark()
                .share()
                .share(
                    new ShareRequest(
                        fingerprint, story.bolt().resource(), false, Optional.of(target)),
                    story.acme(),
                    Progress.SILENT));
    good = Files.readAllBytes(target);
    changed = directory.resolve("changed.tmk");
  }

  /// In a shared home the bytes are at hand already; only an empty vault shows what opening brings.
  @BeforeEach
  void emptyTheVault() throws Exception {
    Path vault = story.touchmark().home().resolve("vault");
    try (Stream<Path> files = Files.walk(vault)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        Files.delete(path);
      }
    }
  }

  @AfterAll
  void end() {
    story.close();
  }

  @Test
  void theRecipientGetsTheVeryBytesAndTheName() throws Exception {
    OpenPackage.Opened opened = open(good, story.bolt());
    assertThat(opened.fingerprint()).isEqualTo(fingerprint);
    assertThat(opened.name()).isEqualTo("bracket.bin");
    assertThat(story.fingerprint(opened.file())).isEqualTo(fingerprint);
  }

  @Test
  void nothingInAPackageIsReadableWithoutTheKey() {
    String text = new String(good, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("bracket").doesNotContain(fingerprint.hex());
  }

  @Test
  void aPackageCutShortAnywhereIsRefused() {
    int body = bodyStart();
    for (int length :
        new int[] {
          0, 5, 10, body - 1, body, body + 1, body + 15, chunkEnd(0), chunkEnd(1), good.length - 1
        }) {
      refused(() -> open(Arrays.copyOf(good, length), story.bolt()), null);
    }
  }

  @Test
  void aFlippedBitAnywhereIsRefused() {
    int body = bodyStart();
    for (int place :
        new int[] {2, 9, 14, body - 40, body, body + 500, chunkEnd(0) - 1, good.length - 1}) {
      byte[] bytes = good.clone();
      bytes[place] ^= 1;
      refused(() -> open(bytes, story.bolt()), null);
    }
  }

  @Test
  void chunksThatAreSwappedDroppedRepeatedOrAddedAreRefused() {
    List<byte[]> chunks = chunks();
    assertThat(chunks).hasSize(3);
    List<byte[]> swapped = new ArrayList<>(chunks);
    Collections.swap(swapped, 0, 1);
    altered(swapped);
    altered(List.of(chunks.get(0), chunks.get(2)));
    altered(List.of(chunks.get(0), chunks.get(1)));
    altered(List.of(chunks.get(0), chunks.get(1), chunks.get(1), chunks.get(2)));
    altered(List.of(chunks.get(0), chunks.get(1), chunks.get(2), new byte[] {0}));
    altered(List.of(chunks.get(0), chunks.get(1), chunks.get(2), chunks.get(2)));
  }

  @Test
  void somebodyElseCannotOpenIt() {
    // said from the head alone, before anything is decrypted
    assertThatThrownBy(() -> open(good, story.printCo()))
        .hasMessageEndingWith("it is for bolt-ltd, not for print-co");
    refused(() -> open(good, story.printCo()), PackageException.Reason.NOT_FOR_YOU);
    refused(
        () -> open(replaceInHead("bolt-ltd", "print-co"), story.printCo()),
        PackageException.Reason.NOT_FOR_YOU);
  }

  @Test
  void otherBytesThanTheSenderRecordedAreRefused() {
    Path other = Parts.write(directory.resolve("other.bin"), new byte[CONTENT]);
    refused(
        () -> openForged(manifest(envelope(), Optional.empty(), CONTENT), other),
        PackageException.Reason.ALTERED);
  }

  @Test
  void aSizeThatDoesNotFitIsRefused() {
    Path other = Parts.write(directory.resolve("short.bin"), new byte[10]);
    assertThatThrownBy(() -> openForged(manifest(envelope(), Optional.empty(), 11), other))
        .hasMessageContaining("expected 11 bytes, found 10");
  }

  @Test
  void aChangedStatementIsRefused() {
    Path content = directory.resolve("bracket.bin");
    Envelope true1 = envelope();
    Envelope forged = new Envelope(true1.payload(), List.of(Bytes.of(new byte[70])));
    refused(
        () -> openForged(manifest(forged, Optional.empty(), CONTENT), content),
        PackageException.Reason.NOT_ON_LEDGER);
    byte[] payload = true1.payload().toArray();
    payload[payload.length - 2] ^= 1;
    Envelope changedPayload = new Envelope(Bytes.of(payload), true1.signatures());
    refused(
        () -> openForged(manifest(changedPayload, Optional.empty(), CONTENT), content),
        PackageException.Reason.NOT_ON_LEDGER);
  }

  @Test
  void labelsThatTheOwnerDidNotCommitToAreRefused() {
    LabelOpenings lies =
        Commitments.seal(
                new FileLabels.Clear("something else", List.of("v9"), List.of()),
                new SecureRandom())
            .openings();
    refused(
        () ->
            openForged(
                manifest(envelope(), Optional.of(lies), CONTENT), directory.resolve("bracket.bin")),
        PackageException.Reason.NOT_ON_LEDGER);
  }

  @Test
  void aForeignCertificateInItIsRefused() {
    Bytes foreign =
        story.touchmark().ledger().encryptionCertificate(story.printCo().resource()).orElseThrow();
    Manifest manifest =
        new Manifest(
            send.transaction().txId(),
            envelope(),
            List.of(foreign),
            "bracket.bin",
            CONTENT,
            Optional.empty());
    refused(
        () -> openForged(manifest, directory.resolve("bracket.bin")),
        PackageException.Reason.NOT_ON_LEDGER);
  }

  @Test
  void aPathInTheNameIsCutOff() throws Exception {
    String json =
        manifest(envelope(), Optional.empty(), CONTENT)
            .toJson()
            .replace("bracket.bin", "../../home/.bashrc");
    assertThat(Manifest.fromJson("test", json).name()).isEqualTo(".bashrc");
    String windows = json.replace("../../home/", "C:\\\\temp\\\\");
    assertThat(Manifest.fromJson("test", windows).name()).isEqualTo(".bashrc");
  }

  @Test
  void aSendWhosePackageCannotBeWrittenStandsAndIsDeliveredLater() throws Exception {
    open(good, story.bolt());
    Path taken = directory.resolve("taken.tmk");
    ShareRequest request =
        new ShareRequest(fingerprint, story.printCo().resource(), false, Optional.of(taken));
    long before = story.touchmark().ledger().head().transactions();
    Progress takesThePlaceMeanwhile =
        (done, total) -> {
          Parts.write(taken.resolve("of another program"), new byte[1]);
          return true;
        };
    assertThatThrownBy(
            () -> story.touchmark().share().share(request, story.acme(), takesThePlaceMeanwhile))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            e -> {
              Path later = directory.resolve("later.tmk");
              assertThat(deliver(e.send(), later)).isEqualTo(fingerprint);
            })
        .hasMessageContaining("stands on the ledger");
    assertThat(story.touchmark().ledger().head().transactions()).isEqualTo(before + 1);
  }

  @Test
  void aSendWhoseDeliveryIsCancelledStandsAndIsDeliveredLater() throws Exception {
    open(good, story.bolt());
    Path target = directory.resolve("cancelled.tmk");
    ShareRequest request =
        new ShareRequest(fingerprint, story.printCo().resource(), false, Optional.of(target));
    long before = story.touchmark().ledger().head().transactions();
    assertThatThrownBy(
            () -> story.touchmark().share().share(request, story.acme(), (done, total) -> false))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            e -> {
              assertThat(e.cancelled()).isTrue();
              assertThat(target).doesNotExist();
              assertThat(deliver(e.send(), target)).isEqualTo(fingerprint);
            });
    assertThat(story.touchmark().ledger().head().transactions()).isEqualTo(before + 1);
  }

  @Test
  void aPlaceWhereNoPackageCanBeWrittenStopsTheSendBeforeItIsRecorded() throws Exception {
    open(good, story.bolt());
    Path file = Parts.write(directory.resolve("file"), new byte[1]);
    long before = story.touchmark().ledger().head().transactions();
    for (Path target : List.of(file.resolve("x.tmk"), directory)) {
      ShareRequest request =
          new ShareRequest(fingerprint, story.printCo().resource(), true, Optional.of(target));
      assertThatThrownBy(
              () -> story.touchmark().share().share(request, story.acme(), Progress.SILENT))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(DeliveryException.class);
    }
    assertThat(story.touchmark().ledger().head().transactions()).isEqualTo(before);
  }

  @Test
  void aFileThatIsThereIsNotReplacedAndNothingIsRecorded() throws Exception {
    open(good, story.bolt());
    Path precious = Parts.write(directory.resolve("precious.tmk"), new byte[] {7});
    long before = story.touchmark().ledger().head().transactions();
    ShareRequest request =
        new ShareRequest(fingerprint, story.printCo().resource(), true, Optional.of(precious));
    assertThatThrownBy(
            () -> story.touchmark().share().share(request, story.acme(), Progress.SILENT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(story.touchmark().ledger().head().transactions()).isEqualTo(before);
    assertThat(precious).hasBinaryContent(new byte[] {7});
  }

  @Test
  void aVaultWithoutAPlaceForTheContentKeepsNeitherItNorItsNote() throws Exception {
    Path place =
        story
            .touchmark()
            .home()
            .resolve("vault")
            .resolve(fingerprint.hex().substring(0, 2))
            .resolve(fingerprint.hex());
    Files.createDirectory(place);
    try {
      assertThatThrownBy(() -> open(good, story.bolt())).isInstanceOf(IOException.class);
      assertThat(story.touchmark().vault().note(fingerprint)).isEmpty();
    } finally {
      Files.delete(place);
    }
    assertThat(open(good, story.bolt()).fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void withoutTheBytesNothingIsRecorded() {
    long before = story.touchmark().ledger().head().transactions();
    ShareRequest request =
        new ShareRequest(
            fingerprint,
            story.printCo().resource(),
            false,
            Optional.of(directory.resolve("no.tmk")));
    assertThatThrownBy(
            () -> story.touchmark().share().share(request, story.acme(), Progress.SILENT))
        .hasMessageContaining("not in the vault");
    assertThat(story.touchmark().ledger().head().transactions()).isEqualTo(before);
  }

  private Fingerprint deliver(Recorded recorded, Path target) {
    try {
      story
          .touchmark()
          .share()
          .deliver(recorded.transaction().txId(), target, story.acme(), Progress.SILENT);
      return open(Files.readAllBytes(target), story.printCo()).fingerprint();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Envelope envelope() {
    try {
      return story.touchmark().ledger().envelope(send.transaction().txId()).orElseThrow();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Manifest manifest(Envelope envelope, Optional<LabelOpenings> openings, long size) {
    return new Manifest(
        send.transaction().txId(), envelope, List.of(), "bracket.bin", size, openings);
  }

  /// A package by somebody who knows Bolt's certificate, as every member does.
  private OpenPackage.Opened openForged(Manifest manifest, Path content) throws Exception {
    Path forged = directory.resolve("forged.tmk");
    new PackageWriter(new SecureRandom())
        .write(
            forged,
            story.bolt().resource(),
            story.touchmark().ledger().encryptionCertificate(story.bolt().resource()).orElseThrow(),
            manifest,
            content,
            Progress.SILENT);
    return open(Files.readAllBytes(forged), story.bolt());
  }

  private OpenPackage.Opened open(byte[] bytes, Party party) throws Exception {
    Files.write(changed, bytes);
    return story.touchmark().openPackage().open(changed, party, Progress.SILENT);
  }

  private void altered(List<byte[]> chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(good, 0, bodyStart());
    chunks.forEach(out::writeBytes);
    refused(() -> open(out.toByteArray(), story.bolt()), PackageException.Reason.ALTERED);
  }

  private void refused(ThrowingCallable opening, PackageException.Reason reason) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            PackageException.class,
            e -> {
              if (reason != null) {
                assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
              }
            });
    assertThat(story.touchmark().vault().find(fingerprint)).isEmpty();
    try (Stream<Path> files = Files.walk(story.touchmark().home().resolve("vault"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] replaceInHead(String from, String to) {
    byte[] bytes = good.clone();
    String head = new String(good, 0, bodyStart(), java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] replaced = head.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    System.arraycopy(replaced, 0, bytes, 0, replaced.length);
    return bytes;
  }

  private int bodyStart() {
    return 12 + ByteBuffer.wrap(good).getInt(8);
  }

  private int chunkEnd(int chunk) {
    return bodyStart() + (chunk + 1) * (ChunkCipher.CHUNK + ChunkCipher.TAG);
  }

  private List<byte[]> chunks() {
    List<byte[]> chunks = new ArrayList<>();
    int sealed = ChunkCipher.CHUNK + ChunkCipher.TAG;
    for (int at = bodyStart(); at < good.length; at += sealed) {
      chunks.add(Arrays.copyOfRange(good, at, Math.min(good.length, at + sealed)));
    }
    return chunks;
  }
}

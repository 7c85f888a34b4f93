package touchmark.app.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.Parts;
import touchmark.app.format.FormatException;
import touchmark.ledger.model.Bytes;

/// Signatures in STEP and G-code: made, read back, checked by OpenSSL, and attacked.
class BlockSignatureTest {
  @TempDir private Path folder;
  private Authority root;
  private Authority.Person karin;
  private Trust trust;

  @BeforeEach
  void makeAnAuthority() throws Exception {
    root = Authority.root("O=Acme,CN=Root");
    karin = root.person("CN=Karin");
    trust = root.trusted();
  }

  private Path step() throws Exception {
    return SignedFiles.write(folder.resolve("part.stp"), SignedFiles.STEP);
  }

  private Path signedStep() throws Exception {
    return SignedFiles.sign(step(), folder.resolve("signed.stp"), karin.hand());
  }

  private Path gcode() {
    return Parts.sliced(folder.resolve("part.gcode"), 20, 20, 1, List.of("made for a test"));
  }

  private Path signedGcode() throws Exception {
    return SignedFiles.sign(gcode(), folder.resolve("signed.gcode"), karin.hand());
  }

  private Path file(String name, String text) throws Exception {
    return SignedFiles.write(folder.resolve(name), text);
  }

  private SignatureState state(Path file) throws Exception {
    return SignedFiles.only(file, trust).state();
  }

  private String unreadable(Path file) throws Exception {
    FoundSignature found = SignedFiles.only(file, trust);
    assertThat(found.content()).isInstanceOf(Content.Unreadable.class);
    return SignatureWords.content(found.content());
  }

  // made and read back

  @Test
  void aSignedStepFileIsReadBackAndBeginsWithTheOriginal() throws Exception {
    FoundSignature found = SignedFiles.only(signedStep(), trust);

    assertThat(found.state()).isEqualTo(SignatureState.TRUSTED);
    assertThat(found.profile()).isEqualTo(Profile.STEP);
    assertThat(found.gaps()).isEmpty();
    assertThat(SignedFiles.text(signedStep())).startsWith(SignedFiles.STEP);
  }

  @Test
  void aSignedGcodeFileIsReadBackAndBeginsWithTheOriginal() throws Exception {
    FoundSignature found = SignedFiles.only(signedGcode(), trust);

    assertThat(found.state()).isEqualTo(SignatureState.TRUSTED);
    assertThat(found.profile()).isEqualTo(Profile.GCODE);
    assertThat(found.gaps()).isEmpty();
    assertThat(SignedFiles.text(signedGcode())).startsWith(SignedFiles.text(gcode()));
  }

  @Test
  void aSecondSignatureCoversTheFirstAndBothHold() throws Exception {
    SigningHand second =
        root.person("CN=Second", BigInteger.TEN, Authority.BEGIN, Authority.END).hand();
    Path step = SignedFiles.sign(signedStep(), folder.resolve("two.stp"), second);
    Path gcode = SignedFiles.sign(signedGcode(), folder.resolve("two.gcode"), second);

    for (Path file : List.of(step, gcode)) {
      assertThat(SignedFiles.found(file, trust))
          .extracting(FoundSignature::state)
          .containsExactly(SignatureState.TRUSTED, SignatureState.TRUSTED);
    }
    String text = SignedFiles.text(step);
    int first = text.indexOf("\nSIGNATURE;\n") + 20;
    String other = text.charAt(first) == 'A' ? "B" : "A";
    Path broken =
        file(
            "first-signature-changed.stp",
            text.substring(0, first) + other + text.substring(first + 1));
    assertThat(SignedFiles.found(broken, trust))
        .extracting(FoundSignature::state)
        .contains(SignatureState.CHANGED)
        .doesNotContain(SignatureState.TRUSTED);
  }

  @Test
  void anEd25519KeySignsToo() throws Exception {
    SigningHand hand = root.ed25519Person("CN=Karin").hand();

    assertThat(state(SignedFiles.sign(step(), folder.resolve("ed.stp"), hand)))
        .isEqualTo(SignatureState.TRUSTED);
    assertThat(state(SignedFiles.sign(gcode(), folder.resolve("ed.gcode"), hand)))
        .isEqualTo(SignatureState.TRUSTED);
  }

  @Test
  void lineEndsOfAStepFileMayChangeButNotACharacter() throws Exception {
    String text = SignedFiles.text(signedStep());

    assertThat(state(file("crlf.stp", text.replace("\n", "\r\n"))))
        .isEqualTo(SignatureState.TRUSTED);
    assertThat(state(file("changed.stp", text.replace("0.,0.,0.", "0.,0.,1."))))
        .isEqualTo(SignatureState.CHANGED);
  }

  @Test
  void everyByteOfAGcodeFileCounts() throws Exception {
    String text = SignedFiles.text(signedGcode());

    assertThat(state(file("crlf.gcode", text.replace("\n", "\r\n"))))
        .isEqualTo(SignatureState.CHANGED);
    assertThat(state(file("changed.gcode", text.replace("F1200", "F9200"))))
        .isEqualTo(SignatureState.CHANGED);
  }

  // checked by OpenSSL

  @Test
  void openSslAcceptsTheStepSignatureOverTheAlphabetsCharacters() throws Exception {
    String text = SignedFiles.text(signedStep());
    int keyword = text.lastIndexOf("SIGNATURE;");
    String alphabet = text.substring(0, keyword).replaceAll("[\\x00-\\x1f\\x7f]", "");
    String base64 = text.substring(keyword + 10, text.lastIndexOf("ENDSEC;"));

    assertThat(openSsl(base64, alphabet).code()).isZero();
    assertThat(openSsl(base64, alphabet + " ").code()).isNotZero();
  }

  @Test
  void openSslAcceptsTheGcodeSignatureOverTheBytesBefore() throws Exception {
    String text = SignedFiles.text(signedGcode());
    int begin = text.indexOf("; -----BEGIN CMS-----\n");
    String base64 =
        text.substring(begin + 22, text.indexOf("; -----END CMS-----")).replace("; ", "");

    assertThat(openSsl(base64, text.substring(0, begin)).code()).isZero();
    assertThat(openSsl(base64, text.substring(0, begin - 1)).code()).isNotZero();
  }

  private OtherPrograms.Answer openSsl(String base64, String content) throws Exception {
    OtherPrograms.require("openssl", "version");
    byte[] cms = Base64Text.decode(base64.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
    Path signature = Files.write(folder.resolve("cms.der"), cms);
    Path covered = SignedFiles.write(folder.resolve("content.bin"), content);
    Path anchor = Files.write(folder.resolve("root.pem"), root.pem());
    return OtherPrograms.run(
        List.of(
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            signature.toString(),
            "-content",
            covered.toString(),
            "-CAfile",
            anchor.toString(),
            "-purpose",
            "any",
            "-no_check_time",
            "-out",
            folder.resolve("out").toString()));
  }

  @Test
  void aSignatureThatOpenSslMadeIsRead() throws Exception {
    OtherPrograms.require("openssl", "version");
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("certificate.pem");
    Path content = SignedFiles.write(folder.resolve("content.gcode"), SignedFiles.text(gcode()));
    assertThat(
            OtherPrograms.run(
                    List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-subj",
                        "/CN=Other",
                        "-days",
                        "3650",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()))
                .code())
        .isZero();
    for (String attributes : List.of("-noattr", "-nosmimecap")) {
      Path cms = folder.resolve("cms.der");
      assertThat(
              OtherPrograms.run(
                      List.of(
                          "openssl",
                          "cms",
                          "-sign",
                          "-binary",
                          attributes,
                          "-md",
                          "sha256",
                          "-in",
                          content.toString(),
                          "-signer",
                          certificate.toString(),
                          "-inkey",
                          key.toString(),
                          "-outform",
                          "DER",
                          "-out",
                          cms.toString()))
                  .code())
          .isZero();
      Path signed =
          file(
              "openssl.gcode",
              SignedFiles.text(content)
                  + "; -----BEGIN CMS-----\n"
                  + Base64Text.lines(Files.readAllBytes(cms), "; ")
                  + "; -----END CMS-----\n");

      FoundSignature found = SignedFiles.only(signed, trust);

      assertThat(found.content()).as(attributes).isInstanceOf(Content.Intact.class);
      assertThat(found.signer().orElseThrow().subject()).isEqualTo("CN=Other");
      assertThat(
              state(
                  file(
                      "openssl-changed.gcode", SignedFiles.text(signed).replace("F1200", "F1201"))))
          .isEqualTo(SignatureState.CHANGED);
    }
  }

  // what is not covered

  @Test
  void commandsAfterTheBlockAreNotCovered() throws Exception {
    String text = SignedFiles.text(signedGcode());

    FoundSignature found =
        SignedFiles.only(file("commands-after-the-block.gcode", text + "M104 S300\n"), trust);

    assertThat(found.state()).isEqualTo(SignatureState.PARTIAL);
    assertThat(found.gaps().getFirst().range())
        .contains(new Gap.Range(text.length(), text.length() + 9));
  }

  @Test
  void commandsInsideTheBlockSpoilIt() throws Exception {
    String text = SignedFiles.text(signedGcode());
    String inside = text.replace("; -----END CMS", "M104 S300\n; -----END CMS");

    assertThat(unreadable(file("command-inside-the-block.gcode", inside))).contains("no comment");
    String hidden = text.replace("; -----END CMS", ";\rM104 S300\n; -----END CMS");
    assertThat(unreadable(file("command-after-a-carriage-return.gcode", hidden)))
        .contains("no comment");
  }

  @Test
  void entitiesAfterASignatureSectionAreNotCovered() throws Exception {
    String text = SignedFiles.text(signedStep());

    FoundSignature found =
        SignedFiles.only(file("more-after-the-signature.stp", text + "DATA;#2=X();ENDSEC;"), trust);

    assertThat(found.state()).isEqualTo(SignatureState.PARTIAL);
    assertThat(found.gaps().getFirst().range())
        .contains(new Gap.Range(text.length(), text.length() + 19));
  }

  // attacks

  @Test
  void aSignatureInAStringOrACommentIsNone() throws Exception {
    assertThat(SignedFiles.found(step(), trust)).isEmpty();
    String text = SignedFiles.text(signedStep());
    String section = text.substring(text.lastIndexOf("SIGNATURE;"));
    Path hidden = file("signature-in-a-comment.stp", SignedFiles.STEP + "/*" + section + "*/");
    assertThat(SignedFiles.found(hidden, trust)).isEmpty();
  }

  @Test
  void aSignatureOfAnotherFileDoesNotHoldHere() throws Exception {
    String text = SignedFiles.text(signedStep());
    String section = text.substring(text.lastIndexOf("SIGNATURE;"));

    assertThat(
            state(
                file(
                    "signature-of-another-file.stp",
                    SignedFiles.STEP.replace("part.stp", "port.stp") + section)))
        .isEqualTo(SignatureState.CHANGED);
  }

  @Test
  void aRemovedSignatureLeavesNone() throws Exception {
    String text = SignedFiles.text(signedGcode());

    assertThat(
            SignedFiles.found(
                file("signature-removed.gcode", text.substring(0, text.indexOf("; -----"))), trust))
        .isEmpty();
  }

  @Test
  void aSignatureMadeWithAnotherDigestThanItStatesCountsForNothing() throws Exception {
    String text = SignedFiles.text(signedStep());
    int from = text.lastIndexOf("SIGNATURE;") + "SIGNATURE;".length();
    int to = text.lastIndexOf("ENDSEC;");
    byte[] cms = Base64.getMimeDecoder().decode(text.substring(from, to).strip());
    byte[] withSha256 = {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2};
    int at = cms.length - withSha256.length;
    while (!Arrays.equals(cms, at, at + withSha256.length, withSha256, 0, withSha256.length)) {
      at--;
    }
    cms[at + withSha256.length - 1] = 4; // with SHA-512
    String lie =
        text.substring(0, from)
            + "\n"
            + Base64.getEncoder().encodeToString(cms)
            + "\n"
            + text.substring(to);

    FoundSignature found = SignedFiles.only(file("other-digest-than-stated.stp", lie), trust);

    assertThat(found.state()).isEqualTo(SignatureState.UNREADABLE);
    assertThat(SignatureWords.content(found.content())).contains("it states the digest");
  }

  @Test
  void ofTwoCertificatesWithOneSerialTheOneWhoseKeySignedCounts() throws Exception {
    Authority.Person twin = root.person("CN=Twin");
    for (List<Bytes> certificates :
        List.of(
            List.of(karin.certificate(), twin.certificate()),
            List.of(twin.certificate(), karin.certificate()))) {
      boolean first = certificates.getFirst().equals(karin.certificate());
      SigningHand hand = new SigningHand(karin, certificates, Authority.NOW);
      Path copy = SignedFiles.sign(step(), folder.resolve("two-with-one-serial.stp"), hand);

      FoundSignature found = SignedFiles.only(copy, trust);

      // The signer states by hash which certificate is meant; stating the twin's is no way out.
      assertThat(found.state()).isEqualTo(first ? SignatureState.TRUSTED : SignatureState.CHANGED);
      if (first) {
        assertThat(found.signer().orElseThrow().subject()).isEqualTo("CN=Karin");
      }
    }
  }

  @Test
  void garbageInABlockIsSaidToBeGarbage() throws Exception {
    assertThat(unreadable(section("no-base64.stp", "%%%%"))).contains("not base64");
    assertThat(unreadable(section("empty.stp", ""))).contains("no ASN.1");
    assertThat(unreadable(section("no-asn1.stp", "AAAA"))).contains("no ASN.1");
    assertThat(unreadable(section("no-cms.stp", "MAMCAQE="))).contains("no CMS");
    assertThat(unreadable(file("no-end.stp", SignedFiles.STEP + "SIGNATURE;\nMIIB")))
        .contains("does not end");
    assertThat(
            unreadable(
                file(
                    "no-end.gcode", SignedFiles.text(gcode()) + "; -----BEGIN CMS-----\n; MIIB\n")))
        .contains("does not end");
  }

  private Path section(String name, String base64) throws Exception {
    return file(name, SignedFiles.STEP + "SIGNATURE;\n" + base64 + "\nENDSEC;\n");
  }

  @Test
  void asn1ThatIsNestedWithoutEndIsRefusedBeforeItIsParsed() throws Exception {
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    for (int i = 0; i < 50_000; i++) {
      open.write(0x30);
      open.write(0x80);
    }
    assertThat(
            unreadable(section("asn1-nested-deep.stp", Base64Text.lines(open.toByteArray(), ""))))
        .contains("nested too deep");
  }

  @Test
  void aHugeBlockIsNotTakenIntoMemory() throws Exception {
    Path file = folder.resolve("cms-of-100-mb.stp");
    byte[] line = ("A".repeat(1023) + "\n").getBytes(StandardCharsets.US_ASCII);
    try (var out = Files.newOutputStream(file)) {
      out.write((SignedFiles.STEP + "SIGNATURE;\n").getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100 * 1024; i++) {
        out.write(line);
      }
      out.write("ENDSEC;\n".getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(unreadable(file)).contains("at most");
  }

  @Test
  void moreSignaturesThanAnybodyNeedsAreNotAllChecked() throws Exception {
    String section = "SIGNATURE;\nAAAA\nENDSEC;\n";
    List<FoundSignature> found =
        SignedFiles.found(
            file("hundred-signatures.stp", SignedFiles.STEP + section.repeat(100)), trust);

    assertThat(found).hasSize(17);
    assertThat(SignatureWords.content(found.getLast().content())).contains("more than 16");
  }

  @Test
  void marksWithoutABlockDoNotHoldTheReaderUp() throws Exception {
    List<FoundSignature> found =
        SignedFiles.found(
            file("a-million-marks.gcode", "G1 X0\n-----BEGIN \n".repeat(200_000)), trust);

    assertThat(found).hasSize(1);
    assertThat(SignatureWords.content(found.getFirst().content())).contains("marks");
  }

  @Test
  void whatCannotBeReadAgainIsNotSigned() throws Exception {
    assertRefused(file("no-end.stp", "ISO-10303-21;\nDATA;\n"));
    assertRefused(file("more-after-the-end.stp", SignedFiles.STEP + "DATA;"));
    assertRefused(Parts.block(folder.resolve("block.stl")));
  }

  private void assertRefused(Path file) {
    assertThatThrownBy(() -> SignedFiles.sign(file, folder.resolve("refused"), karin.hand()))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void aSignedFileCutAtAnyPlaceIsReadOrSaidToBeDamaged() throws Exception {
    byte[] step = Files.readAllBytes(signedStep());
    byte[] gcode = Files.readAllBytes(signedGcode());
    for (byte[] whole : List.of(step, gcode)) {
      for (int length = 1; length < whole.length; length += 97) {
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
        assertThat(SignedFiles.found(cut, trust))
            .as("%d bytes", length)
            .allMatch(found -> found.state() != SignatureState.TRUSTED);
      }
    }
  }
}

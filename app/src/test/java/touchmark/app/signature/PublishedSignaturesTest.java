package touchmark.app.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files, signed by NIST in 2016 with a certificate that expired in 2017, and what their
/// manifest says of them.
class PublishedSignaturesTest {
  private static final Path SHARED =
      Path.of(System.getProperty("touchmark.shared", "shared"), "data");
  private static final Trust NOBODY = Trust.nobody(Authority.NOW);
  private static final String SIGNER = "CN=SYLVERE KRIMA (Affiliate)";

  @TempDir private Path folder;

  @BeforeAll
  static void findTheSampleData() {
    if (!Files.isDirectory(SHARED)) {
      Assumptions.abort("The sample data is not here: " + SHARED);
    }
  }

  private static FoundSignature only(String file) throws Exception {
    return SignedFiles.only(SHARED.resolve(file), NOBODY);
  }

  private Path changed(String file, String old, String with) throws Exception {
    String text = SignedFiles.text(SHARED.resolve(file));
    assertThat(text).contains(old);
    return SignedFiles.write(folder.resolve("changed"), text.replace(old, with));
  }

  @Test
  void theToolkitsStepFileIsAsItWasSigned() throws Exception {
    assertSignedByNist(only("cad/simple_sign.stp"), Profile.STEP_TOOLKIT);
  }

  @Test
  void theToolkitsGcodeIsAsItWasSigned() throws Exception {
    assertSignedByNist(only("sliced/g_simple_sign.ncc"), Profile.GCODE_TOOLKIT);
  }

  @Test
  void theToolkitsQifIsAsItWasSigned() throws Exception {
    assertSignedByNist(only("control/car_simple_sign.QIF"), Profile.XML);
  }

  private static void assertSignedByNist(FoundSignature found, Profile profile) {
    Signer signer = found.signer().orElseThrow();
    assertThat(found.profile()).isEqualTo(profile);
    assertThat(found.content()).isInstanceOf(Content.Intact.class);
    assertThat(found.state()).isEqualTo(SignatureState.UNKNOWN_SIGNER);
    assertThat(found.gaps()).isEmpty();
    assertThat(found.weaknesses()).contains("its digest is SHA-1");
    assertThat(signer.subject()).contains(SIGNER);
    assertThat(signer.validity()).isInstanceOf(Validity.ExpiredNow.class);
    assertThat(signer.revocation()).isInstanceOf(Revocation.NotAsked.class);
  }

  @Test
  void aToolkitFileHoldsWithItsOwnLineEndsToo() throws Exception {
    Path windows = changed("cad/simple_sign.stp", "\n", "\r\n");

    FoundSignature found = SignedFiles.only(windows, NOBODY);

    assertThat(found.content()).isInstanceOf(Content.Intact.class);
    assertThat(found.remarks()).isEmpty();
  }

  @Test
  void anyChangedDigitIsFound() throws Exception {
    assertChanged(changed("cad/simple_sign.stp", "#392=", "#393="));
    assertChanged(changed("sliced/g_simple_sign.ncc", "G0 Z1.0\nM5", "G0 Z1.1\nM5"));
    assertChanged(
        changed("control/car_simple_sign.QIF", "<Origin>35.814 0 0", "<Origin>35.815 0 0"));
  }

  private static void assertChanged(Path file) throws Exception {
    assertThat(SignedFiles.only(file, NOBODY).state()).isEqualTo(SignatureState.CHANGED);
  }

  @Test
  void whatIsAddedAfterAToolkitSignatureIsNotCovered() throws Exception {
    String text = SignedFiles.text(SHARED.resolve("sliced/g_simple_sign.ncc"));
    Path file = SignedFiles.write(folder.resolve("added.ncc"), text + "G1 X100 F9000\n");

    FoundSignature found = SignedFiles.only(file, NOBODY);

    assertThat(found.content()).isInstanceOf(Content.Intact.class);
    assertThat(found.gaps().getFirst().range())
        .contains(new Gap.Range(text.length(), text.length() + 13));
  }

  @Test
  void aTrustedRootOfTheTimeLeavesTheSignatureExpired() throws Exception {
    // The root itself is not in the file; the authorities that are serve as trusted ones here.
    Path file = SHARED.resolve("cad/simple_sign.stp");

    FoundSignature found = SignedFiles.only(file, NOBODY.withAnchors(block(file)));

    assertThat(found.state()).isEqualTo(SignatureState.EXPIRED);
    assertThat(found.signer().orElseThrow().standing()).isInstanceOf(Standing.Trusted.class);
  }

  /// The PKCS#7 block holds the certificates: the reader of trusted ones takes it as it is.
  private static byte[] block(Path file) throws Exception {
    Matcher block =
        Pattern.compile("-----BEGIN PKCS7-----\\s(.*?)-----END", Pattern.DOTALL)
            .matcher(SignedFiles.text(file));
    assertThat(block.find()).isTrue();
    return Base64Text.decode(block.group(1).getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
  }

  @Test
  void everyStepFileHasAsManySignaturesAsTheManifestSays() throws Exception {
    Pattern truth = Pattern.compile("^(cad/\\S+)\\t.*signature_sections=(\\d+)");
    int compared = 0;
    for (String line : Files.readAllLines(SHARED.resolve("MANIFEST.tsv"))) {
      Matcher row = truth.matcher(line);
      if (row.find()) {
        compared++;
        assertThat(SignedFiles.found(SHARED.resolve(row.group(1)), NOBODY))
            .as(row.group(1))
            .hasSize(Integer.parseInt(row.group(2)));
      }
    }
    assertThat(compared).isGreaterThan(5);
  }

  @Test
  void nothingElseInTheSampleDataIsSigned() throws Exception {
    try (Stream<Path> all = Files.walk(SHARED)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.contains("simple_sign") && !file.toString().contains("malformed")) {
          assertThat(SignedFiles.found(file, NOBODY)).as(name).isEmpty();
        }
      }
    }
  }
}

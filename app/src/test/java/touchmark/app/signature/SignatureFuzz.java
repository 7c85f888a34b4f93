package touchmark.app.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import touchmark.app.format.FormatException;
import touchmark.app.signature.armour.GcodeSigner;
import touchmark.app.signature.opc.PackageSigner;
import touchmark.app.signature.step.StepSigner;
import touchmark.ledger.Progress;

/// Any bytes as a signed file. Each is read, or refused with a sentence; none is trusted where
/// nobody is.
public final class SignatureFuzz {
  private static final Trust NOBODY = Trust.nobody(Authority.NOW);

  private SignatureFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Path file = Files.createTempFile("fuzzed", ".signed");
    try {
      Files.write(file, data);
      try (SignedFile opened = SignedFile.open(file, Progress.SILENT)) {
        for (FoundSignature found : Signatures.of(opened, NOBODY)) {
          require(found.state() != SignatureState.TRUSTED, "nobody is trusted");
          require(!SignatureWords.headline(found).isBlank(), "a sentence");
          require(!SignatureWords.coverage(found).isBlank(), "a clause");
        }
      } catch (FormatException e) {
        require(e.getMessage() != null && !e.getMessage().isBlank(), "a sentence");
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /// A specimen of each kind.
  static List<byte[]> specimens() throws Exception {
    SigningHand hand = Authority.root("CN=Root").person("CN=Karin").hand();
    Path folder = Files.createTempDirectory("specimens");
    List<byte[]> all = new ArrayList<>();
    SignatureMaker[] makers = {new StepSigner(), new GcodeSigner(), new PackageSigner()};
    byte[][] plain = {
      SignedFiles.STEP.getBytes(StandardCharsets.US_ASCII),
      "G21\nG1 X1 Y1 E1\n".getBytes(StandardCharsets.US_ASCII),
      archive()
    };
    for (int i = 0; i < makers.length; i++) {
      Path file = Files.write(folder.resolve("plain"), plain[i]);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (SignedFile opened = SignedFile.open(file, Progress.SILENT)) {
        makers[i].sign(opened, hand, out);
      }
      all.add(out.toByteArray());
      Files.delete(file);
    }
    Files.delete(folder);
    all.add(
        ("<Q xmlns='urn:q'><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><SignedInfo>"
                + "<Reference URI=''/></SignedInfo><KeyInfo/></Signature></Q>")
            .getBytes(StandardCharsets.US_ASCII));
    return all;
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream kept = bytes;
        ZipOutputStream zip = new ZipOutputStream(kept)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          "<Types><Default Extension='x' ContentType='a/b'/></Types>"
              .getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("part.x"));
      zip.write('x');
    }
    return bytes.toByteArray();
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0], "SignatureFuzz"));
    List<byte[]> specimens = specimens();
    for (int i = 0; i < specimens.size(); i++) {
      Files.write(folder.resolve("specimen-" + i), specimens.get(i));
    }
  }
}

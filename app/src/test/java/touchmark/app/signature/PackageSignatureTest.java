package touchmark.app.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.Parts;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.format.threemf.ThreeMfWriter;
import touchmark.ledger.Progress;

/// Signatures of 3MF packages: made, read back, checked by a reader that shares no code, attacked.
class PackageSignatureTest {
  private static final String MODEL = "3D/3dmodel.model";
  private static final String SIGNATURE = "_xmlsignatures/sig1.xml";
  private static final Path SECOND_READER =
      Path.of("src", "test", "python", "second_package_reader.py");

  @TempDir private Path folder;
  private Authority root;
  private Trust trust;
  private Path original;
  private Path signed;

  @BeforeEach
  void signAPackage() throws Exception {
    root = Authority.root("O=Acme,CN=Root");
    trust = root.trusted();
    original = threeMf(folder.resolve("part.3mf"));
    signed =
        SignedFiles.sign(original, folder.resolve("signed.3mf"), root.person("CN=Karin").hand());
  }

  private Path threeMf(Path file) throws Exception {
    Path stl = Parts.block(folder.resolve("block.stl"));
    if (!(new ProductFiles().open(stl, Progress.SILENT).data()
        instanceof ProductData.Model(var mesh))) {
      throw new AssertionError("a block is a model");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ThreeMfWriter.write(mesh, "Block", Optional.empty(), bytes);
    return Files.write(file, bytes.toByteArray());
  }

  private FoundSignature changed(String lie, SignedFiles.Change change) throws Exception {
    Path file = SignedFiles.repacked(signed, folder.resolve(lie + ".3mf"), change);
    return SignedFiles.only(file, trust);
  }

  private FoundSignature changed(String lie, String part, String old, String with)
      throws Exception {
    return changed(
        lie,
        (name, bytes) -> {
          if (!name.equals(part)) {
            return bytes;
          }
          byte[] other = SignedFiles.replaced(bytes, old, with);
          assertThat(other).as(lie).isNotEqualTo(bytes);
          return other;
        });
  }

  @Test
  void aSignedPackageIsReadBackAndIsStillTheSameModel() throws Exception {
    FoundSignature found = SignedFiles.only(signed, trust);

    assertThat(found.state()).isEqualTo(SignatureState.TRUSTED);
    assertThat(found.gaps()).isEmpty();
    assertThat(found.signer().orElseThrow().signedAt()).contains(Authority.NOW);
    assertThat(new ProductFiles().open(signed, Progress.SILENT).data())
        .isInstanceOf(ProductData.Model.class);
  }

  @Test
  void aSecondSignatureLeavesTheFirstAsItIs() throws Exception {
    SigningHand second =
        root.person("CN=Second", BigInteger.TEN, Authority.BEGIN, Authority.END).hand();

    Path two = SignedFiles.sign(signed, folder.resolve("two.3mf"), second);

    assertThat(SignedFiles.found(two, trust))
        .extracting(FoundSignature::state)
        .containsExactly(SignatureState.TRUSTED, SignatureState.TRUSTED);
  }

  @Test
  void anEd25519KeySignsToo() throws Exception {
    Path copy =
        SignedFiles.sign(original, folder.resolve("ed.3mf"), root.ed25519Person("CN=Karin").hand());

    assertThat(SignedFiles.only(copy, trust).state()).isEqualTo(SignatureState.TRUSTED);
  }

  @Test
  void aReaderThatSharesNoCodeAcceptsIt() throws Exception {
    OtherPrograms.require("openssl", "version");
    OtherPrograms.require("python3", "--version");

    OtherPrograms.Answer good = secondReader(signed);
    OtherPrograms.Answer bad =
        secondReader(
            SignedFiles.repacked(
                signed,
                folder.resolve("vertex-moved.3mf"),
                (name, bytes) -> SignedFiles.replaced(bytes, "x=\"40.0\"", "x=\"41.0\"")));

    assertThat(good.text()).contains("signature holds", "2 parts hold");
    assertThat(good.code()).isZero();
    assertThat(bad.text()).contains("/3D/3dmodel.model differs");
    assertThat(bad.code()).isNotZero();
  }

  private static OtherPrograms.Answer secondReader(Path file) throws Exception {
    return OtherPrograms.run(List.of("python3", SECOND_READER.toString(), file.toString()));
  }

  // attacks

  @Test
  void aMovedVertexIsFound() throws Exception {
    FoundSignature found = changed("vertex-moved", MODEL, "x=\"40.0\"", "x=\"41.0\"");

    assertThat(found.state()).isEqualTo(SignatureState.CHANGED);
    assertThat(SignatureWords.content(found.content())).contains("/3D/3dmodel.model");
  }

  @Test
  void aModelThatIsPutInTheOldOnesPlaceIsFound() throws Exception {
    FoundSignature found =
        changed(
            "other-model-by-relationship", "_rels/.rels", "/3D/3dmodel.model", "/3D/other.model");

    assertThat(found.state()).isEqualTo(SignatureState.CHANGED);
  }

  @Test
  void anAddedRelationshipIsNotCovered() throws Exception {
    FoundSignature found =
        changed(
            "relationship-added",
            "_rels/.rels",
            "</Relationships>",
            "<Relationship Id=\"x\" Type=\"urn:x\" Target=\"http://example.invalid/\""
                + " TargetMode=\"External\"/></Relationships>");

    assertThat(found.state()).isEqualTo(SignatureState.PARTIAL);
    assertThat(found.gaps())
        .extracting(Gap::what)
        .containsExactly("the relationship x in /_rels/.rels");
  }

  @Test
  void anotherContentTypeIsFound() throws Exception {
    FoundSignature found =
        changed(
            "other-content-type",
            "[Content_Types].xml",
            "application/vnd.ms-package.3dmanufacturing-3dmodel+xml",
            "text/plain");

    assertThat(found.state()).isEqualTo(SignatureState.CHANGED);
    assertThat(SignatureWords.content(found.content())).contains("content type");
  }

  @Test
  void aPartThatWasTakenOutIsFound() throws Exception {
    FoundSignature found =
        changed("part-missing", (name, bytes) -> name.equals(MODEL) ? new byte[0] : bytes);

    assertThat(SignatureWords.content(found.content())).contains("missing");
    assertThat(found.state()).isEqualTo(SignatureState.CHANGED);
  }

  @Test
  void anAddedPartIsNotCovered() throws Exception {
    Path added = folder.resolve("part-added.3mf");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(added));
        var in = new ZipInputStream(Files.newInputStream(signed))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        put(zip, entry.getName(), in.readAllBytes());
      }
      put(zip, "Metadata/run.config", new byte[] {'x'});
    }

    FoundSignature found = SignedFiles.only(added, trust);

    assertThat(found.state()).isEqualTo(SignatureState.PARTIAL);
    assertThat(found.gaps()).extracting(Gap::what).containsExactly("the part /Metadata/run.config");
  }

  @Test
  void aPartThatPosesAsTheOriginOfSignaturesIsNotCovered() throws Exception {
    String posing = "Metadata/Slic3r_PE.config";
    String posingRelationships = "Metadata/_rels/Slic3r_PE.config.rels";
    Path lie = folder.resolve("settings-as-origin.3mf");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(lie));
        var in = new ZipInputStream(Files.newInputStream(signed))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        switch (entry.getName()) {
          case "_rels/.rels" ->
              put(
                  zip,
                  entry.getName(),
                  SignedFiles.replaced(bytes, "/_xmlsignatures/origin.sigs", "/" + posing));
          case "_xmlsignatures/origin.sigs" ->
              put(zip, posing, "; post_process = evil".getBytes(StandardCharsets.UTF_8));
          case "_xmlsignatures/_rels/origin.sigs.rels" -> put(zip, posingRelationships, bytes);
          default -> put(zip, entry.getName(), bytes);
        }
      }
    }

    FoundSignature found = SignedFiles.only(lie, trust);

    assertThat(found.state()).isEqualTo(SignatureState.PARTIAL);
    assertThat(found.gaps()).extracting(Gap::what).contains("the part /" + posing);
    assertThatThrownBy(
            () -> SignedFiles.sign(lie, folder.resolve("again.3mf"), root.person("CN=K").hand()))
        .hasMessageContaining("an empty part as the origin of signatures");
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws Exception {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  @Test
  void aChangedManifestIsFound() throws Exception {
    assertThat(changed("manifest-changed", SIGNATURE, "?ContentType=", "?contenttype=").state())
        .isEqualTo(SignatureState.CHANGED);
    assertThat(
            changed("time-changed", SIGNATURE, "2026-06-01T12:00:00Z", "2026-01-01T12:00:00Z")
                .state())
        .isEqualTo(SignatureState.CHANGED);
  }

  @Test
  void aManifestThatIsNotSignedDoesNotCount() throws Exception {
    // The signed object stays, so that its digest fits; another one before it holds a manifest of
    // the attacker's, which a reader that takes the first manifest would believe.
    FoundSignature found =
        changed(
            "manifest-wrapped",
            SIGNATURE,
            "<Object xmlns=",
            "<Object Id=\"evil\"><Manifest><Reference URI=\"/nothing\"/></Manifest></Object>"
                + "<Object xmlns=");

    assertThat(found.state()).isEqualTo(SignatureState.TRUSTED);
    assertThat(found.gaps()).isEmpty();
  }

  @Test
  void twoObjectsOfOneIdAreRefused() throws Exception {
    FoundSignature found =
        changed(
            "object-twice",
            SIGNATURE,
            "<Object xmlns=",
            "<Object Id=\"idPackageObject\"/><Object xmlns=");

    assertThat(SignatureWords.content(found.content())).contains("2 elements");
    assertThat(found.state()).isEqualTo(SignatureState.UNREADABLE);
  }

  @Test
  void nothingOutsideOfThePackageIsFetched() throws Exception {
    FoundSignature outside =
        changed(
            "signature-outside",
            "_xmlsignatures/_rels/origin.sigs.rels",
            "Target=\"/_xmlsignatures/sig1.xml\"",
            "Target=\"http://example.invalid/sig1.xml\" TargetMode=\"External\"");
    FoundSignature above =
        changed(
            "signature-above-the-root",
            "_xmlsignatures/_rels/origin.sigs.rels",
            "/_xmlsignatures/sig1.xml",
            "../../etc/passwd");

    assertThat(SignatureWords.content(outside.content())).contains("outside");
    assertThat(SignatureWords.content(above.content())).contains("outside");
  }

  @Test
  void aSignaturePartThatIsMissingOrNoXmlIsSaidToBe() throws Exception {
    FoundSignature missing =
        changed("signature-missing", (name, bytes) -> name.equals(SIGNATURE) ? new byte[0] : bytes);
    FoundSignature garbage =
        changed(
            "signature-garbage",
            (name, bytes) -> name.equals(SIGNATURE) ? new byte[] {1, 2, 3} : bytes);
    FoundSignature entities =
        changed("signature-with-entities", SIGNATURE, "?>\n", "?>\n<!DOCTYPE x [<!ENTITY e 'e'>]>");

    assertThat(SignatureWords.content(missing.content())).contains("missing");
    assertThat(SignatureWords.content(garbage.content())).contains("no sound XML");
    assertThat(SignatureWords.content(entities.content())).contains("no sound XML");
  }

  @Test
  void aRemovedSignatureLeavesNone() throws Exception {
    Path file =
        SignedFiles.repacked(
            signed,
            folder.resolve("signature-removed.3mf"),
            (name, bytes) ->
                name.equals("_rels/.rels")
                    ? SignedFiles.replaced(
                        bytes, "digital-signature/origin", "digital-signature/gone")
                    : bytes);

    assertThat(SignedFiles.found(file, trust)).isEmpty();
  }

  @Test
  void aPackageCutAtAnyPlaceIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(signed);
    for (int length = 5; length < whole.length; length += 61) {
      Path cut = Files.write(folder.resolve("cut.3mf"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SignedFiles.found(cut, trust))
          .as("%d bytes", length)
          .isInstanceOf(FormatException.class);
    }
  }

  @Test
  void anArchiveThatIsNoPackageIsNotSigned() throws Exception {
    Path zip = folder.resolve("plain.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "readme.txt", "hello".getBytes(StandardCharsets.US_ASCII));
    }

    assertThatThrownBy(
            () ->
                SignedFiles.sign(zip, folder.resolve("signed.zip"), root.person("CN=Karin").hand()))
        .isInstanceOf(FormatException.class);
  }
}

package touchmark.app.signature.opc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.signature.SignatureMaker;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.SigningHand;
import touchmark.ledger.codec.Hashing;

/// Adds a signature to a package: over every part but signatures and the content types, which no
/// package signature can cover, and over every relationship but the one to the signatures. Parts
/// keep their bytes; the archive is packed anew.
public final class PackageSigner implements SignatureMaker {
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String FOLDER = "_xmlsignatures/";
  private static final String FIRST_ORIGIN = FOLDER + "origin.sigs";
  private static final String ORIGIN_TYPE =
      "application/vnd.openxmlformats-package.digital-signature-origin";
  private static final String SIGNATURE_TYPE =
      "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml";

  @Override
  public boolean maySign(OpenedFile opened, byte[] head) {
    return new PackageSignatures().mayRead(head);
  }

  @Override
  public void sign(SignedFile file, SigningHand hand, OutputStream out)
      throws FormatException, IOException {
    if (file.size() > PackageSignatures.LARGEST) {
      throw new FormatException(
          file.path(),
          "the archive",
          "at most " + PackageSignatures.LARGEST + " bytes to sign",
          file.size() + " bytes");
    }
    SignedPackage opened = SignedPackage.of(file.path(), file.read(0, PackageSignatures.LARGEST));
    opened.readContentTypes();
    if (opened.contentTypes().isEmpty()) {
      throw new FormatException(
          file.path(), "the archive", "a package with " + SignedPackage.CONTENT_TYPES, "none");
    }
    new Signing(file, opened, hand).write(out);
  }

  /// One package that is being signed.
  private static final class Signing {
    private final SignedFile file;
    private final SignedPackage opened;
    private final SigningHand hand;

    /// Parts with other bytes than before, or new ones, by name.
    private final Map<String, byte[]> changed = new LinkedHashMap<>();

    /// Parts of signatures, by key: they are not signed.
    private final Set<String> own = new HashSet<>();

    Signing(SignedFile file, SignedPackage opened, SigningHand hand) {
      this.file = file;
      this.opened = opened;
      this.hand = hand;
    }

    void write(OutputStream out) throws FormatException, IOException {
      String signature = prepare();
      SignaturePart part = new SignaturePart(hand);
      for (String name : opened.names()) {
        if (!own.contains(SignedPackage.key(name))) {
          list(name, part);
        }
      }
      changed.put(signature, part.sign());
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      Set<String> written = new HashSet<>();
      for (String name : opened.names()) {
        begin(zip, name);
        byte[] other = changed.get(name);
        if (other == null) {
          opened.open(find(name)).transferTo(zip);
        } else {
          zip.write(other);
        }
        zip.closeEntry();
        written.add(name);
      }
      for (Map.Entry<String, byte[]> added : changed.entrySet()) {
        if (!written.contains(added.getKey())) {
          begin(zip, added.getKey());
          zip.write(added.getValue());
          zip.closeEntry();
        }
      }
      zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(ZIP_TIME);
      zip.putNextEntry(entry);
    }

    private ZipPart find(String name) throws FormatException {
      return opened
          .find(name)
          .orElseThrow(() -> new FormatException(file.path(), name, "the part", "none"));
    }

    /// Makes room for one more signature.
    ///
    /// @return the name of its part
    private String prepare() throws FormatException, IOException {
      String packageRelationships = asItStands(SignedPackage.relationshipsPart(""));
      List<Relationship> all = new ArrayList<>(opened.relationships(packageRelationships));
      Optional<Relationship> origin =
          all.stream().filter(one -> one.type().equals(PackageSignatures.ORIGIN)).findFirst();
      List<SignedPackage.ContentType> types = new ArrayList<>(opened.contentTypes());
      String originName;
      if (origin.isPresent()) {
        originName =
            SignedPackage.resolve("", origin.get())
                .map(this::asItStands)
                .orElseThrow(
                    () ->
                        new FormatException(
                            file.path(), "_rels/.rels", "signatures in the package", "outside"));
      } else {
        originName = free(FIRST_ORIGIN);
        all.add(new Relationship(freeId(all), PackageSignatures.ORIGIN, "/" + originName, false));
        changed.put(packageRelationships, PackageText.relationships(all));
        changed.put(originName, new byte[0]);
        types.add(new SignedPackage.ContentType(true, "/" + originName, ORIGIN_TYPE));
      }
      if (opened.find(originName).isPresent() && !opened.isEmpty(originName)) {
        throw new FormatException(
            file.path(), originName, "an empty part as the origin of signatures", "a full one");
      }
      String originRelationships = asItStands(SignedPackage.relationshipsPart(originName));
      List<Relationship> signatures = new ArrayList<>(opened.relationships(originRelationships));
      String signature = free(FOLDER + "sig" + (signatures.size() + 1) + ".xml");
      own(originName);
      for (Relationship one : signatures) {
        if (!one.type().equals(PackageSignatures.SIGNATURE)) {
          throw new FormatException(
              file.path(), originRelationships, "relationships to signatures alone", one.type());
        }
        SignedPackage.resolve(originName, one).ifPresent(this::own);
      }
      signatures.add(
          new Relationship(
              freeId(signatures), PackageSignatures.SIGNATURE, "/" + signature, false));
      changed.put(originRelationships, PackageText.relationships(signatures));
      types.add(new SignedPackage.ContentType(true, "/" + signature, SIGNATURE_TYPE));
      String contentTypes = asItStands(SignedPackage.CONTENT_TYPES);
      changed.put(contentTypes, PackageText.contentTypes(types));
      own.add(SignedPackage.key(contentTypes));
      return signature;
    }

    private void own(String name) {
      own.add(SignedPackage.key(name));
      own.add(SignedPackage.key(SignedPackage.relationshipsPart(name)));
    }

    /// A part's name in the case in which the archive has it.
    private String asItStands(String name) {
      return opened.find(name).map(ZipPart::name).orElse(name);
    }

    private String free(String name) {
      String free = name;
      for (int i = 1; opened.find(free).isPresent(); i++) {
        free = name.replaceFirst("\\.", "-" + i + ".");
      }
      return free;
    }

    private static String freeId(List<Relationship> all) {
      Set<String> taken = new HashSet<>(all.stream().map(Relationship::id).toList());
      int next = all.size();
      while (taken.contains("rel" + next)) {
        next++;
      }
      return "rel" + next;
    }

    private void list(String name, SignaturePart part) throws FormatException, IOException {
      if (SignedPackage.holdsRelationships(name)) {
        List<Relationship> signed =
            opened.relationships(name).stream()
                .filter(one -> !one.type().equals(PackageSignatures.ORIGIN))
                .toList();
        if (!signed.isEmpty()) {
          part.list(name, opened.contentType(name), signed);
        }
        return;
      }
      MessageDigest digest = Hashing.newSha256();
      opened
          .open(find(name))
          .transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      part.list(name, opened.contentType(name), digest.digest());
    }
  }
}

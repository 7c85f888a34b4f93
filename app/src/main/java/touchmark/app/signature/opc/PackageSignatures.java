package touchmark.app.signature.opc;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import touchmark.app.format.FormatException;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.signature.Content;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.Gap;
import touchmark.app.signature.Profile;
import touchmark.app.signature.SignatureReader;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.Signer;
import touchmark.app.signature.SignerJudge;
import touchmark.app.signature.xml.CoreValidation;
import touchmark.app.signature.xml.XmlTree;

/// The signatures of an OPC package [ISO/IEC 29500-2 10]: found by relationships, each with a
/// manifest of parts. What no manifest lists is not covered, and that is said.
public final class PackageSignatures implements SignatureReader {
  static final String ORIGIN =
      "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
  static final String SIGNATURE =
      "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature";
  static final String NAMESPACE =
      "http://schemas.openxmlformats.org/package/2006/digital-signature";

  /// Largest archive that is taken into memory, as the reader of 3MF does.
  static final int LARGEST = 1 << 30;

  private static final int LARGEST_SIGNATURE = 16 << 20;
  private static final int MOST = 16;
  private static final int MOST_GAPS = 16;

  @Override
  public boolean mayRead(byte[] head) {
    return head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  @Override
  public List<FoundSignature> read(SignedFile file, SignerJudge judge)
      throws FormatException, IOException {
    if (file.size() > LARGEST) {
      return List.of(
          unreadable(
              "the archive",
              "the archive has %d bytes, signatures are checked in at most %d"
                  .formatted(file.size(), LARGEST)));
    }
    SignedPackage opened = SignedPackage.of(file.path(), file.read(0, LARGEST));
    List<Relationship> origins =
        opened.relationships(SignedPackage.relationshipsPart("")).stream()
            .filter(one -> one.type().equals(ORIGIN))
            .toList();
    if (origins.isEmpty()) {
      return List.of();
    }
    opened.readContentTypes();
    if (origins.size() > 1) {
      return List.of(
          unreadable(
              "_rels/.rels", "it names " + origins.size() + " origins of signatures, not one"));
    }
    Optional<String> origin = SignedPackage.resolve("", origins.getFirst());
    if (origin.isEmpty()) {
      return List.of(unreadable("_rels/.rels", "the origin of signatures lies outside"));
    }
    return new Reading(opened, origin.get(), judge).all();
  }

  private static FoundSignature unreadable(String where, String reason) {
    return FoundSignature.unreadable(Profile.PACKAGE, where, reason);
  }

  /// The signatures of one opened package.
  private static final class Reading {
    private final SignedPackage opened;
    private final String origin;
    private final SignerJudge judge;

    /// Parts that belong to signatures themselves, by key.
    private final Set<String> own = new HashSet<>();

    Reading(SignedPackage opened, String origin, SignerJudge judge) {
      this.opened = opened;
      this.origin = origin;
      this.judge = judge;
    }

    List<FoundSignature> all() throws FormatException, IOException {
      List<FoundSignature> found = new ArrayList<>();
      List<String> names = new ArrayList<>();
      own.add(SignedPackage.key(SignedPackage.CONTENT_TYPES));
      if (opened.isEmpty(origin)) {
        own.add(SignedPackage.key(origin));
      }
      for (Relationship one : opened.relationships(SignedPackage.relationshipsPart(origin))) {
        Optional<String> name = SignedPackage.resolve(origin, one);
        if (!one.type().equals(SIGNATURE)) {
          continue;
        }
        if (name.isEmpty()) {
          found.add(unreadable(one.target(), "it lies outside of the package"));
        } else if (!names.contains(name.get())) {
          names.add(name.get());
          own(name.get());
        }
      }
      if (names.size() + found.size() > MOST) {
        return List.of(
            unreadable(
                origin, "it names more than %d signatures, none is checked".formatted(MOST)));
      }
      for (String name : names) {
        found.add(one(name));
      }
      return found;
    }

    private void own(String name) {
      own.add(SignedPackage.key(name));
      own.add(SignedPackage.key(SignedPackage.relationshipsPart(name)));
    }

    private FoundSignature one(String name) throws FormatException, IOException {
      Optional<ZipPart> part = opened.find(name);
      if (part.isEmpty()) {
        return unreadable(name, "the part is missing");
      }
      Element signature;
      try {
        signature = XmlTree.parse(opened.read(part.get(), LARGEST_SIGNATURE)).getDocumentElement();
      } catch (SAXException e) {
        return unreadable(name, "it is no sound XML: " + e.getMessage());
      }
      if (!XmlTree.DSIG.equals(signature.getNamespaceURI())
          || !"Signature".equals(signature.getLocalName())) {
        return unreadable(name, "the part holds no XML signature");
      }
      return one(name, signature);
    }

    private FoundSignature one(String name, Element signature) throws FormatException, IOException {
      CoreValidation.Core core = CoreValidation.validate(signature);
      List<Element> objects =
          XmlTree.children(signature, "Object").stream().filter(core.covered()::contains).toList();
      ManifestCheck manifests = new ManifestCheck(opened);
      Content content = core.content();
      if (content instanceof Content.Intact) {
        content = check(objects, manifests);
      }
      List<String> weaknesses = new ArrayList<>(core.weaknesses());
      weaknesses.addAll(manifests.weaknesses());
      Optional<Signer> signer = Optional.empty();
      if (core.signer().isPresent()) {
        SignerJudge.Judged judged =
            judge.judge(core.signer().get(), core.certificates(), signedAt(objects));
        weaknesses.addAll(judged.weaknesses());
        signer = Optional.of(judged.signer());
      }
      return new FoundSignature(
          Profile.PACKAGE,
          name,
          content,
          signer,
          content instanceof Content.Intact ? gaps(manifests) : List.of(),
          weaknesses,
          List.of("parts are signed, how the archive packs them is not"));
    }

    /// Manifests that the signature does not cover do not count.
    private static Content check(List<Element> objects, ManifestCheck manifests)
        throws FormatException, IOException {
      boolean any = false;
      for (Element object : objects) {
        for (Element manifest : XmlTree.children(object, "Manifest")) {
          any = true;
          Content content = manifests.check(manifest);
          if (!(content instanceof Content.Intact)) {
            return content;
          }
        }
      }
      return any
          ? new Content.Intact()
          : new Content.Unreadable("it signs no manifest, and so no part of the package");
    }

    private List<Gap> gaps(ManifestCheck manifests) throws FormatException, IOException {
      List<String> missing = new ArrayList<>();
      for (String name : opened.names()) {
        String key = SignedPackage.key(name);
        Set<String> ids = manifests.relationships().get(key);
        boolean listed = own.contains(key) || manifests.parts().contains(key);
        if (SignedPackage.holdsRelationships(name) && (ids != null || !listed)) {
          for (Relationship one : opened.relationships(name)) {
            boolean signed = ids != null && ids.contains(one.id());
            if (!signed && !leadsToSignatures(name, one)) {
              missing.add("the relationship " + one.id() + " in /" + name);
            }
          }
        } else if (!listed) {
          missing.add("the part /" + name);
        }
      }
      List<Gap> gaps = new ArrayList<>();
      missing.stream().limit(MOST_GAPS).map(Gap::of).forEach(gaps::add);
      if (missing.size() > MOST_GAPS) {
        gaps.add(Gap.of((missing.size() - MOST_GAPS) + " more parts and relationships"));
      }
      return gaps;
    }

    /// The package's relationship to the origin of signatures, and the origin's to them: these are
    /// added with each signature, and can be in none.
    private boolean leadsToSignatures(String name, Relationship one) {
      return SignedPackage.key(name).equals(SignedPackage.relationshipsPart(""))
          ? one.type().equals(ORIGIN)
          : one.type().equals(SIGNATURE)
              && SignedPackage.key(name)
                  .equals(SignedPackage.key(SignedPackage.relationshipsPart(origin)));
    }

    /// The time that the signer states in what is signed [ISO/IEC 29500-2 10.5.11].
    private static Optional<Instant> signedAt(List<Element> objects) {
      for (Element object : objects) {
        NodeList times = object.getElementsByTagNameNS(NAMESPACE, "SignatureTime");
        for (int i = 0; i < times.getLength(); i++) {
          for (Element value : XmlTree.children((Element) times.item(i), NAMESPACE, "Value")) {
            Optional<Instant> time = time(value.getTextContent().strip());
            if (time.isPresent()) {
              return time;
            }
          }
        }
      }
      return Optional.empty();
    }

    /// A time without a zone, or a day alone, says nothing that could be compared.
    private static Optional<Instant> time(String text) {
      try {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}

package touchmark.app.signature.opc;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import touchmark.app.format.FormatException;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.signature.Content;
import touchmark.app.signature.xml.Canonical;
import touchmark.app.signature.xml.NotCanonicalException;
import touchmark.app.signature.xml.XmlDigest;
import touchmark.app.signature.xml.XmlTree;

/// Compares the parts that a package signature lists with the digests that it states [ISO/IEC
/// 29500-2 10.5].
final class ManifestCheck {
  private static final String PACKAGE_SIGNATURE =
      "http://schemas.openxmlformats.org/package/2006/digital-signature";
  private static final String TYPE_QUERY = "?ContentType=";
  private static final int LARGEST_XML = 16 << 20;

  private final SignedPackage opened;
  private final Set<String> parts = new HashSet<>();
  private final Map<String, Set<String>> relationships = new HashMap<>();
  private final Set<String> weaknesses = new LinkedHashSet<>();

  ManifestCheck(SignedPackage opened) {
    this.opened = opened;
  }

  /// Parts that are covered as a whole, by [SignedPackage#key].
  Set<String> parts() {
    return parts;
  }

  /// Ids of the relationships that are covered, by the part in which they stand.
  Map<String, Set<String>> relationships() {
    return relationships;
  }

  Set<String> weaknesses() {
    return weaknesses;
  }

  /// Checks one manifest.
  ///
  /// @return the first thing that is not as it was signed, or [Content.Intact]
  Content check(Element manifest) throws FormatException, IOException {
    for (Element reference : XmlTree.children(manifest, "Reference")) {
      Content content = checkReference(reference);
      if (!(content instanceof Content.Intact)) {
        return content;
      }
    }
    return new Content.Intact();
  }

  private Content checkReference(Element reference) throws FormatException, IOException {
    String uri = reference.getAttribute("URI");
    int query = uri.indexOf(TYPE_QUERY);
    String name = query < 0 ? uri : uri.substring(0, query);
    Optional<XmlDigest> digest = XmlDigest.of(reference);
    if (!name.startsWith("/") || name.contains("#")) {
      return new Content.Unreadable("it lists \"" + uri + "\", which is no part of the package");
    }
    if (digest.isEmpty()) {
      return new Content.Unreadable("the part " + name + " has no digest that counts");
    }
    if (!parts.add(SignedPackage.key(name))) {
      return new Content.Unreadable("it lists the part " + name + " twice");
    }
    Optional<ZipPart> part = opened.find(name);
    if (part.isEmpty()) {
      return new Content.Changed("the part " + name + " is missing");
    }
    if (query >= 0
        && !opened.contentType(name).equals(uri.substring(query + TYPE_QUERY.length()))) {
      return new Content.Changed("the part " + name + " has another content type");
    }
    if (digest.get().isWeak()) {
      weaknesses.add("the digests of its parts are SHA-1");
    }
    MessageDigest computed = digest.get().start();
    Optional<Content> problem = feed(name, part.get(), transforms(reference), computed);
    if (problem.isPresent()) {
      return problem.get();
    }
    return digest.get().is(computed.digest())
        ? new Content.Intact()
        : new Content.Changed("the part " + name + " is not the signed one");
  }

  private static List<Element> transforms(Element reference) {
    return XmlTree.children(reference, "Transforms").stream()
        .flatMap(transforms -> XmlTree.children(transforms, "Transform").stream())
        .toList();
  }

  /// Digests a part, as its transforms say.
  ///
  /// @return why it cannot be done
  private Optional<Content> feed(
      String name, ZipPart part, List<Element> steps, MessageDigest digest)
      throws FormatException, IOException {
    if (steps.isEmpty()) {
      opened.open(part).transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return Optional.empty();
    }
    String first = steps.getFirst().getAttribute("Algorithm");
    boolean relations = first.equals(RelationshipTransform.ALGORITHM);
    String last = steps.getLast().getAttribute("Algorithm");
    if (steps.size() > (relations ? 2 : 1)
        || !(Canonical.isKnown(last) || (relations && steps.size() == 1))) {
      return unreadable("the part " + name + " was transformed in a way that is not known");
    }
    if (relations) {
      // Its result is canonical as it is; whichever canonical form follows changes nothing.
      digest.update(RelationshipTransform.bytes(selected(name, steps.getFirst())));
      return Optional.empty();
    }
    return canonical(name, part, steps.getFirst(), digest);
  }

  private static Optional<Content> unreadable(String reason) {
    return Optional.of(new Content.Unreadable(reason));
  }

  private Optional<Content> canonical(String name, ZipPart part, Element step, MessageDigest digest)
      throws FormatException, IOException {
    try {
      String form = step.getAttribute("Algorithm");
      digest.update(
          Canonical.bytes(
              form,
              Optional.of(step),
              Canonical.nodes(
                  XmlTree.parse(opened.read(part, LARGEST_XML)),
                  Optional.empty(),
                  form.endsWith("WithComments"))));
      return Optional.empty();
    } catch (SAXException | NotCanonicalException e) {
      return unreadable("the part " + name + " is no sound XML: " + e.getMessage());
    }
  }

  private List<Relationship> selected(String name, Element transform)
      throws FormatException, IOException {
    Set<String> ids = values(transform, "RelationshipReference", "SourceId");
    Set<String> types = values(transform, "RelationshipsGroupReference", "SourceType");
    List<Relationship> selected = new ArrayList<>();
    for (Relationship one : opened.relationships(name)) {
      if (ids.contains(one.id()) || types.contains(one.type())) {
        selected.add(one);
      }
    }
    relationships.put(
        SignedPackage.key(name), new HashSet<>(selected.stream().map(Relationship::id).toList()));
    return selected;
  }

  private static Set<String> values(Element transform, String element, String attribute) {
    Set<String> values = new HashSet<>();
    for (Element one : XmlTree.children(transform, PACKAGE_SIGNATURE, element)) {
      values.add(one.getAttribute(attribute));
    }
    return values;
  }
}

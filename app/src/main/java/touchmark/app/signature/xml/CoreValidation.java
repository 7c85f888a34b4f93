package touchmark.app.signature.xml;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import touchmark.app.signature.Base64Text;
import touchmark.app.signature.Content;
import touchmark.app.signature.SignerJudge;
import touchmark.ledger.crypto.BadCertificateException;

/// Core validation of one XML signature [XMLDSig 1.1, 3.2]. It knows less than the standard on
/// purpose: references into the same document, canonical forms and the removal of the signature
/// itself. There is no XSLT, no XPath, no key by reference, and nothing that could be fetched. The
/// platform's own secure validation would refuse SHA-1, with which real files are signed; here it
/// is a weakness that is told.
public final class CoreValidation {
  private static final String ENVELOPED = XmlTree.DSIG + "enveloped-signature";
  private static final int MOST_REFERENCES = 64;
  private static final int MOST_TRANSFORMS = 4;

  /// The platform's names of signature algorithms [RFC 9231 2.3]. No HMAC: its key would be public.
  private static final Map<String, String> ALGORITHMS =
      Map.ofEntries(
          Map.entry(XmlTree.DSIG + "rsa-sha1", "SHA1withRSA"),
          Map.entry("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA"),
          Map.entry("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "SHA384withRSA"),
          Map.entry("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "SHA512withRSA"),
          Map.entry(
              "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
              "SHA256withECDSAinP1363Format"),
          Map.entry(
              "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
              "SHA384withECDSAinP1363Format"),
          Map.entry(
              "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
              "SHA512withECDSAinP1363Format"),
          Map.entry("http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519", "Ed25519"));

  private final Element signature;
  private final Document document;
  private final Set<String> weaknesses = new LinkedHashSet<>();
  private final List<Node> covered = new ArrayList<>();

  private CoreValidation(Element signature) {
    this.signature = signature;
    this.document = signature.getOwnerDocument();
  }

  /// What core validation finds.
  ///
  /// @param signer the certificate whose key signed; the first one where none did
  /// @param covered the document, or elements of it
  public record Core(
      Content content,
      Optional<X509Certificate> signer,
      List<X509Certificate> certificates,
      List<String> weaknesses,
      List<Node> covered) {
    public Core {
      certificates = List.copyOf(certificates);
      weaknesses = List.copyOf(weaknesses);
      covered = List.copyOf(covered);
    }
  }

  /// Stops the validation with an answer.
  private static final class Answer extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Content content;

    Answer(Content content) {
      super(null, null, false, false);
      this.content = content;
    }
  }

  /// Validates a signature element.
  public static Core validate(Element signature) {
    return new CoreValidation(signature).run();
  }

  private Core run() {
    List<X509Certificate> certificates = List.of();
    Optional<X509Certificate> signer = Optional.empty();
    try {
      certificates = certificates();
      signer = Optional.of(certificates.getFirst());
      Element signedInfo = the("SignedInfo");
      references(signedInfo);
      signer = Optional.of(signer(signedInfo, certificates));
      return core(new Content.Intact(), signer, certificates);
    } catch (Answer answer) {
      return core(answer.content, signer, certificates);
    } catch (NotCanonicalException e) {
      return core(new Content.Unreadable(String.valueOf(e.getMessage())), signer, certificates);
    }
  }

  private Core core(
      Content content, Optional<X509Certificate> signer, List<X509Certificate> certificates) {
    return new Core(content, signer, certificates, List.copyOf(weaknesses), covered);
  }

  private static Answer unreadable(String reason) {
    return new Answer(new Content.Unreadable(reason));
  }

  private Element the(String name) throws Answer {
    return the(signature, name);
  }

  private static Element the(Element parent, String name) throws Answer {
    return XmlTree.child(parent, name)
        .orElseThrow(() -> unreadable("exactly one " + name + " is expected in it"));
  }

  private List<X509Certificate> certificates() throws Answer {
    List<X509Certificate> found = new ArrayList<>();
    for (Element data : XmlTree.children(the("KeyInfo"), "X509Data")) {
      for (Element certificate : XmlTree.children(data, "X509Certificate")) {
        if (found.size() == SignerJudge.MOST_CERTIFICATES) {
          throw unreadable("more than " + found.size() + " certificates are in it");
        }
        try {
          found.add(SignerJudge.certificate(base64(certificate)));
        } catch (BadCertificateException e) {
          throw unreadable(String.valueOf(e.getMessage()));
        }
      }
    }
    if (found.isEmpty()) {
      throw unreadable("the signer's certificate is not in it");
    }
    return found;
  }

  private static byte[] base64(Element element) throws Answer {
    return Base64Text.decode(element.getTextContent().getBytes(StandardCharsets.ISO_8859_1))
        .orElseThrow(
            () -> unreadable("what stands in its " + element.getLocalName() + " is not base64"));
  }

  private void references(Element signedInfo) throws Answer, NotCanonicalException {
    List<Element> references = XmlTree.children(signedInfo, "Reference");
    if (references.isEmpty() || references.size() > MOST_REFERENCES) {
      throw unreadable(
          "it has %d references, 1 to %d are read".formatted(references.size(), MOST_REFERENCES));
    }
    for (Element reference : references) {
      Node target = target(reference);
      XmlDigest digest =
          XmlDigest.of(reference)
              .orElseThrow(() -> unreadable("a reference has no digest that counts"));
      if (digest.isWeak()) {
        weaknesses.add("its digest is SHA-1");
      }
      MessageDigest computed = digest.start();
      if (!digest.is(computed.digest(transformed(reference, target)))) {
        throw new Answer(
            new Content.Changed("the digest of " + name(target) + " is not the signed one"));
      }
      covered.add(target);
    }
  }

  static String name(Node target) {
    return target instanceof Element element ? XmlTree.path(element) : "the document";
  }

  private Node target(Element reference) throws Answer {
    if (!reference.hasAttribute("URI")) {
      throw unreadable("a reference does not say to what");
    }
    String uri = reference.getAttribute("URI");
    if (uri.isEmpty()) {
      return document;
    }
    if (!uri.startsWith("#") || uri.contains("(")) {
      throw unreadable("it points to \"" + uri + "\", and nothing outside is fetched");
    }
    List<Element> found = XmlTree.withId(document, uri.substring(1));
    if (found.size() != 1) {
      throw unreadable(
          "it points to \"%s\", which %d elements are called".formatted(uri, found.size()));
    }
    return found.getFirst();
  }

  private byte[] transformed(Element reference, Node target) throws Answer, NotCanonicalException {
    List<Element> steps =
        XmlTree.children(reference, "Transforms").stream()
            .flatMap(transforms -> XmlTree.children(transforms, "Transform").stream())
            .toList();
    if (steps.size() > MOST_TRANSFORMS) {
      throw unreadable("a reference has more than " + MOST_TRANSFORMS + " transforms");
    }
    Optional<Element> without = Optional.empty();
    for (int i = 0; i < steps.size(); i++) {
      String algorithm = steps.get(i).getAttribute("Algorithm");
      if (algorithm.equals(ENVELOPED)) {
        without = Optional.of(signature);
      } else if (Canonical.isKnown(algorithm) && i == steps.size() - 1) {
        return Canonical.bytes(
            algorithm, Optional.of(steps.get(i)), Canonical.nodes(target, without, false));
      } else {
        throw unreadable("it uses the transform \"" + algorithm + "\", which is not run");
      }
    }
    return Canonical.bytes(
        Canonical.DEFAULT, Optional.empty(), Canonical.nodes(target, without, false));
  }

  private X509Certificate signer(Element signedInfo, List<X509Certificate> certificates)
      throws Answer, NotCanonicalException {
    Element method = the(signedInfo, "SignatureMethod");
    String algorithm = ALGORITHMS.get(method.getAttribute("Algorithm"));
    if (algorithm == null) {
      throw unreadable(
          "its algorithm \"" + method.getAttribute("Algorithm") + "\" counts for nothing");
    }
    if (algorithm.startsWith("SHA1")) {
      weaknesses.add("it is signed with SHA-1");
    }
    Element canonical = the(signedInfo, "CanonicalizationMethod");
    String form = canonical.getAttribute("Algorithm");
    if (!Canonical.isKnown(form)) {
      throw unreadable("its canonical form \"" + form + "\" is not known");
    }
    byte[] message =
        Canonical.bytes(
            form,
            Optional.of(canonical),
            Canonical.nodes(signedInfo, Optional.empty(), form.endsWith("WithComments")));
    byte[] value = base64(the("SignatureValue"));
    for (X509Certificate certificate : certificates) {
      if (verifies(algorithm, certificate, message, value)) {
        return certificate;
      }
    }
    throw new Answer(
        new Content.Changed("the signature does not fit what it states and the signer's key"));
  }

  private static boolean verifies(
      String algorithm, X509Certificate certificate, byte[] message, byte[] value) {
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(message);
      return verifier.verify(value);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Keys of another kind and hostile values are met with exceptions of many kinds.
      return false;
    }
  }
}

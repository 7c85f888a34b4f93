package touchmark.app.signature.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.Gap;
import touchmark.app.signature.Profile;
import touchmark.app.signature.SignatureReader;
import touchmark.app.signature.SignedFile;
import touchmark.app.signature.Signer;
import touchmark.app.signature.SignerJudge;

/// The XML signatures of a document, QIF for example. Each says which elements it covers: one that
/// covers another element than the document is no signature of the document.
public final class XmlSignatures implements SignatureReader {
  private static final int MOST = 16;
  private static final int LARGEST = 32 << 20;
  private static final byte[] NAMESPACE = XmlTree.DSIG.getBytes(StandardCharsets.US_ASCII);

  @Override
  public boolean mayRead(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replaceFirst("^\u00EF\u00BB\u00BF", "")
        .stripLeading()
        .startsWith("<");
  }

  @Override
  public List<FoundSignature> read(SignedFile file, SignerJudge judge) throws IOException {
    if (!file.has(NAMESPACE)) {
      return List.of();
    }
    if (file.size() > LARGEST) {
      return List.of(
          unreadable(
              "the document",
              "the document has %d bytes, signatures are checked in at most %d"
                  .formatted(file.size(), LARGEST)));
    }
    Document document;
    try {
      document = XmlTree.parse(file.read(0, LARGEST));
    } catch (SAXException e) {
      return List.of(unreadable("the document", "it is no sound XML: " + e.getMessage()));
    }
    List<FoundSignature> found = new ArrayList<>();
    NodeList signatures = document.getElementsByTagNameNS(XmlTree.DSIG, "Signature");
    for (int i = 0; i < signatures.getLength(); i++) {
      if (i == MOST) {
        found.add(
            unreadable(
                "the document",
                "it has more than %d signatures, no more are checked".formatted(MOST)));
        break;
      }
      found.add(check((Element) signatures.item(i), judge));
    }
    return found;
  }

  private static FoundSignature unreadable(String where, String reason) {
    return FoundSignature.unreadable(Profile.XML, where, reason);
  }

  private static FoundSignature check(Element signature, SignerJudge judge) throws IOException {
    CoreValidation.Core core = CoreValidation.validate(signature);
    List<String> weaknesses = new ArrayList<>(core.weaknesses());
    Optional<Signer> signer = Optional.empty();
    if (core.signer().isPresent()) {
      SignerJudge.Judged judged =
          judge.judge(core.signer().get(), core.certificates(), Optional.empty());
      weaknesses.addAll(judged.weaknesses());
      signer = Optional.of(judged.signer());
    }
    return new FoundSignature(
        Profile.XML,
        XmlTree.path(signature),
        core.content(),
        signer,
        gaps(signature, core.covered()),
        weaknesses,
        List.of("comments and the writing of the XML are not signed, its content is"));
  }

  private static List<Gap> gaps(Element signature, List<Node> covered) {
    Element root = signature.getOwnerDocument().getDocumentElement();
    if (covered.stream().anyMatch(node -> node instanceof Document || node.isSameNode(root))) {
      return List.of();
    }
    List<String> names =
        covered.stream()
            .filter(node -> !isWithin(node, signature))
            .map(CoreValidation::name)
            .toList();
    return List.of(
        Gap.of(
            names.isEmpty()
                ? "the whole document"
                : "everything outside of " + String.join(", ", names)));
  }

  private static boolean isWithin(Node node, Element signature) {
    for (Node at = node; at != null; at = at.getParentNode()) {
      if (at.isSameNode(signature)) {
        return true;
      }
    }
    return false;
  }
}

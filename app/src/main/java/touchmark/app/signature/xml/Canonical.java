package touchmark.app.signature.xml;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.Data;
import javax.xml.crypto.NodeSetData;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The canonical bytes of a part of a document [Canonical XML 1.0, 1.1, Exclusive 1.0], by the
/// platform.
public final class Canonical {
  /// What is used where a signature says nothing [XMLDSig 1.1, 4.4.3.2].
  public static final String DEFAULT = CanonicalizationMethod.INCLUSIVE;

  private static final Set<String> KNOWN =
      Set.of(
          CanonicalizationMethod.INCLUSIVE,
          CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
          CanonicalizationMethod.INCLUSIVE_11,
          CanonicalizationMethod.INCLUSIVE_11_WITH_COMMENTS,
          CanonicalizationMethod.EXCLUSIVE,
          CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

  private Canonical() {}

  /// Whether an algorithm makes canonical bytes.
  public static boolean isKnown(String algorithm) {
    return KNOWN.contains(algorithm);
  }

  /// Makes them.
  ///
  /// @param step the element that names the algorithm, with what it is to heed
  /// @throws NotCanonicalException if the algorithm's parameters are not what they should be
  public static byte[] bytes(String algorithm, Optional<Element> step, List<Node> nodes)
      throws NotCanonicalException {
    try {
      TransformService service = TransformService.getInstance(algorithm, "DOM");
      if (step.isPresent()) {
        service.init(new DOMStructure(step.get()), null);
      } else {
        service.init(null);
      }
      Data made = service.transform(new Nodes(nodes), null);
      return made instanceof OctetStreamData octets
          ? octets.getOctetStream().readAllBytes()
          : new byte[0];
    } catch (GeneralSecurityException | TransformException | IOException | RuntimeException e) {
      // The platform meets hostile documents with unchecked exceptions, too.
      throw new NotCanonicalException("no canonical form: " + e.getMessage(), e);
    }
  }

  /// A part of a document in document order.
  ///
  /// @param without an element that is left out with all below it
  public static List<Node> nodes(Node root, Optional<Element> without, boolean comments) {
    List<Node> nodes = new ArrayList<>();
    Node node = root;
    while (node != null) {
      if (without.isPresent() && node.isSameNode(without.get())) {
        node = XmlTree.after(node, root);
      } else {
        if (comments || node.getNodeType() != Node.COMMENT_NODE) {
          nodes.add(node);
        }
        node = XmlTree.next(node, root);
      }
    }
    return nodes;
  }

  private record Nodes(List<Node> nodes) implements NodeSetData<Node> {
    @Override
    public Iterator<Node> iterator() {
      return nodes.iterator();
    }
  }
}

package touchmark.app.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// A small XML document as a tree: without a document type there are no entities to expand or to
/// fetch, and no depth to drown in.
public final class XmlTree {
  /// The namespace of XML signatures.
  public static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

  private static final int DEEPEST = 100;
  private static final List<String> IDS = List.of("Id", "ID", "id", "xml:id");

  private XmlTree() {}

  /// Parses a document.
  ///
  /// @throws SAXException if it is not well-formed, has a document type or is too deep
  public static Document parse(byte[] xml) throws SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java can forbid document types", e);
    } catch (IOException e) {
      // Bytes in memory can be read; the decoder of characters ends here on broken ones.
      throw new SAXException("its characters cannot be decoded", e);
    }
  }

  /// Ends at an error, and prints nothing.
  private static final class Silent extends DefaultHandler {
    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /// The child elements of a name among signatures' own.
  public static List<Element> children(Element parent, String name) {
    return children(parent, DSIG, name);
  }

  /// The child elements of a name.
  public static List<Element> children(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && name.equals(element.getLocalName())
          && namespace.equals(element.getNamespaceURI())) {
        found.add(element);
      }
    }
    return found;
  }

  /// The one child element of a name; empty when there is none or several.
  public static Optional<Element> child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// All elements that bear an id, whatever the attribute is called.
  static List<Element> withId(Document document, String id) {
    List<Element> found = new ArrayList<>();
    for (Node node = document; node != null; node = next(node, document)) {
      if (node instanceof Element element
          && IDS.stream().anyMatch(name -> element.getAttribute(name).equals(id))) {
        found.add(element);
      }
    }
    return found;
  }

  /// The node after another in document order, below a root.
  static @Nullable Node next(Node node, Node root) {
    return node.getFirstChild() == null ? after(node, root) : node.getFirstChild();
  }

  /// The node after all that is below another.
  static @Nullable Node after(Node node, Node root) {
    for (Node at = node; at != null && !at.isSameNode(root); at = at.getParentNode()) {
      if (at.getNextSibling() != null) {
        return at.getNextSibling();
      }
    }
    return null;
  }

  /// Where an element stands, for people: `/QIFDocument/Signature`.
  static String path(Element element) {
    StringBuilder path = new StringBuilder();
    for (Node at = element; at instanceof Element here; at = here.getParentNode()) {
      path.insert(0, "/" + here.getLocalName());
    }
    return path.toString();
  }
}

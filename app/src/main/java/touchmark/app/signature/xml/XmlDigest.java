package touchmark.app.signature.xml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import touchmark.app.signature.Base64Text;
import touchmark.ledger.model.Bytes;

/// A digest that a signature states, and the algorithm by which it was made.
///
/// @param algorithm the platform's name
public record XmlDigest(String algorithm, Bytes stated) {
  private static final Map<String, String> KNOWN =
      Map.of(
          "http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1",
          "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
          "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
          "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

  /// Reads the digest of a reference; empty when it is none, or one that counts for nothing.
  public static Optional<XmlDigest> of(Element reference) {
    Optional<String> algorithm =
        XmlTree.child(reference, "DigestMethod")
            .map(method -> KNOWN.get(method.getAttribute("Algorithm")));
    Optional<byte[]> stated =
        XmlTree.child(reference, "DigestValue")
            .flatMap(
                value ->
                    Base64Text.decode(
                        value.getTextContent().getBytes(StandardCharsets.ISO_8859_1)));
    return algorithm.flatMap(name -> stated.map(bytes -> new XmlDigest(name, Bytes.of(bytes))));
  }

  /// A fresh digest of its kind.
  public MessageDigest start() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /// Whether a computed one is the stated one.
  public boolean is(byte[] computed) {
    return MessageDigest.isEqual(stated.toArray(), computed);
  }

  /// Whether two different contents with this digest can be made.
  public boolean isWeak() {
    return algorithm.equals("SHA-1");
  }
}

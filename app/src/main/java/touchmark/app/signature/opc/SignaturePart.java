package touchmark.app.signature.opc;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.util.BigIntegers;
import touchmark.app.signature.SigningHand;
import touchmark.app.signature.xml.Canonical;
import touchmark.app.signature.xml.XmlTree;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;

/// Writes the XML signature of a package [ISO/IEC 29500-2 10.5]. What is signed is written in its
/// canonical form from the start, so that its digest is that of the bytes as they stand.
final class SignaturePart {
  private static final String OBJECT = "idPackageObject";
  private static final String SIGNATURE = "idPackageSignature";
  private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final int FIELD = 32;

  private final SigningHand hand;
  private final StringBuilder manifest = new StringBuilder();

  SignaturePart(SigningHand hand) {
    this.hand = hand;
  }

  /// Lists a part.
  ///
  /// @param digest SHA-256 of its bytes
  void list(String name, String contentType, byte[] digest) {
    reference(name, contentType, "", digest);
  }

  /// Lists some of a part's relationships.
  void list(String name, String contentType, List<Relationship> relationships) {
    StringBuilder transforms =
        new StringBuilder("<Transforms><Transform Algorithm=\"")
            .append(RelationshipTransform.ALGORITHM)
            .append("\">");
    for (Relationship one : relationships) {
      transforms
          .append("<mdssi:RelationshipReference xmlns:mdssi=\"")
          .append(PackageSignatures.NAMESPACE)
          .append("\" SourceId=\"")
          .append(RelationshipTransform.escaped(one.id()))
          .append("\"></mdssi:RelationshipReference>");
    }
    transforms
        .append("</Transform><Transform Algorithm=\"")
        .append(Canonical.DEFAULT)
        .append("\"></Transform></Transforms>");
    reference(
        name,
        contentType,
        transforms.toString(),
        sha256(RelationshipTransform.bytes(relationships)));
  }

  private void reference(String name, String contentType, String transforms, byte[] digest) {
    manifest
        .append("<Reference URI=\"")
        .append(RelationshipTransform.escaped("/" + name + "?ContentType=" + contentType))
        .append("\">")
        .append(transforms)
        .append(digest(digest))
        .append("</Reference>");
  }

  private static String digest(byte[] digest) {
    return "<DigestMethod Algorithm=\""
        + SHA_256
        + "\"></DigestMethod><DigestValue>"
        + base64(digest)
        + "</DigestValue>";
  }

  /// Signs what was listed.
  ///
  /// @return the whole part
  byte[] sign() {
    String object = object();
    String signedInfo = signedInfo(sha256(PackageText.bytes(object)));
    byte[] signature = value(hand.key().sign(PackageText.bytes(signedInfo)));
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Signature xmlns=\"")
            .append(XmlTree.DSIG)
            .append("\" Id=\"")
            .append(SIGNATURE)
            .append("\">")
            .append(signedInfo)
            .append("<SignatureValue>")
            .append(base64(signature))
            .append("</SignatureValue><KeyInfo><X509Data>");
    for (Bytes certificate : hand.certificates()) {
      xml.append("<X509Certificate>")
          .append(base64(certificate.toArray()))
          .append("</X509Certificate>");
    }
    return PackageText.bytes(
        xml.append("</X509Data></KeyInfo>").append(object).append("</Signature>\n"));
  }

  private String object() {
    return "<Object xmlns=\""
        + XmlTree.DSIG
        + "\" Id=\""
        + OBJECT
        + "\"><Manifest>"
        + manifest
        + "</Manifest><SignatureProperties><SignatureProperty Id=\"idSignatureTime\" Target=\"#"
        + SIGNATURE
        + "\"><mdssi:SignatureTime xmlns:mdssi=\""
        + PackageSignatures.NAMESPACE
        + "\"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>"
        + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hand.at().atOffset(ZoneOffset.UTC))
        + "</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties>"
        + "</Object>";
  }

  private String signedInfo(byte[] objectDigest) {
    return "<SignedInfo xmlns=\""
        + XmlTree.DSIG
        + "\"><CanonicalizationMethod Algorithm=\""
        + Canonical.DEFAULT
        + "\"></CanonicalizationMethod><SignatureMethod Algorithm=\""
        + algorithm()
        + "\"></SignatureMethod><Reference Type=\""
        + XmlTree.DSIG
        + "Object\" URI=\"#"
        + OBJECT
        + "\">"
        + digest(objectDigest)
        + "</Reference></SignedInfo>";
  }

  private String algorithm() {
    return switch (hand.algorithm()) {
      case P256 -> "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
      case ED25519 -> "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519";
      case RSA -> "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
      case ML_DSA_65 -> throw new IllegalStateException("ML-DSA keys are verified, not used");
    };
  }

  /// ECDSA in XML is two numbers of the field's size, not DER [XMLDSig 1.1, 6.4.3].
  private byte[] value(Bytes signature) {
    return switch (hand.algorithm()) {
      case P256 -> {
        ASN1Sequence numbers = ASN1Sequence.getInstance(signature.toArray());
        byte[] plain = new byte[2 * FIELD];
        put(numbers, 0, plain);
        put(numbers, 1, plain);
        yield plain;
      }
      case ED25519, RSA, ML_DSA_65 -> signature.toArray();
    };
  }

  private static void put(ASN1Sequence numbers, int index, byte[] plain) {
    BigInteger number = ASN1Integer.getInstance(numbers.getObjectAt(index)).getPositiveValue();
    System.arraycopy(
        BigIntegers.asUnsignedByteArray(FIELD, number), 0, plain, index * FIELD, FIELD);
  }

  private static byte[] sha256(byte[] bytes) {
    MessageDigest digest = Hashing.newSha256();
    return digest.digest(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

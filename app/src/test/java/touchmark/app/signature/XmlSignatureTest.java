package touchmark.app.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import touchmark.app.signature.xml.Canonical;
import touchmark.app.signature.xml.XmlTree;
import touchmark.ledger.model.Bytes;

/// XML signatures as QIF has them, and those who wrap, move and stretch them.
class XmlSignatureTest {
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private static final String ENVELOPED =
      "<Transforms><Transform Algorithm=\""
          + DSIG
          + "enveloped-signature\"></Transform></Transforms>";
  private static final String QIF =
      "<QIFDocument xmlns=\"http://qifstandards.org/xsd/qif2\"><Part id=\"7\"><Length>10</Length>"
          + "</Part><Part id=\"8\"><Length>20</Length></Part></QIFDocument>";

  @TempDir private Path folder;
  private Authority.Person karin;
  private Trust trust;

  @BeforeEach
  void makeAnAuthority() throws Exception {
    Authority root = Authority.root("O=Acme,CN=Root");
    karin = root.person("CN=Karin");
    trust = root.trusted();
  }

  /// A signature over what a reference names, whose digest is that of some canonical bytes.
  private String signature(String uri, String transforms, byte[] canonical) throws Exception {
    return signature(uri, transforms, canonical, "");
  }

  private String signature(String uri, String transforms, byte[] canonical, String object)
      throws Exception {
    String info =
        "<SignedInfo xmlns=\""
            + DSIG
            + "\"><CanonicalizationMethod Algorithm=\""
            + C14N
            + "\"></CanonicalizationMethod><SignatureMethod Algorithm="
            + "\"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256\"></SignatureMethod>"
            + "<Reference URI=\""
            + uri
            + "\">"
            + transforms
            + "<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></DigestMethod>"
            + "<DigestValue>"
            + base64(MessageDigest.getInstance("SHA-256").digest(canonical))
            + "</DigestValue></Reference></SignedInfo>";
    Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
    signer.initSign(karin.pair().getPrivate());
    signer.update(info.getBytes(StandardCharsets.UTF_8));
    StringBuilder xml =
        new StringBuilder("<Signature xmlns=\"" + DSIG + "\">" + info + "<SignatureValue>")
            .append(base64(signer.sign()))
            .append("</SignatureValue><KeyInfo><X509Data>");
    for (Bytes certificate : karin.certificates()) {
      xml.append("<X509Certificate>")
          .append(base64(certificate.toArray()))
          .append("</X509Certificate>");
    }
    return xml.append("</X509Data></KeyInfo>" + object + "</Signature>").toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] canonical(String xml) throws Exception {
    Document document = XmlTree.parse(xml.getBytes(StandardCharsets.UTF_8));
    return Canonical.bytes(
        C14N, Optional.empty(), Canonical.nodes(document, Optional.empty(), false));
  }

  private FoundSignature only(String lie, String xml) throws Exception {
    return SignedFiles.only(SignedFiles.write(folder.resolve(lie + ".qif"), xml), trust);
  }

  private static String inside(String xml, String more) {
    return xml.replace("</QIFDocument>", more + "</QIFDocument>");
  }

  private String signed() throws Exception {
    return inside(QIF, signature("", ENVELOPED, canonical(QIF)));
  }

  @Test
  void aSignatureOfTheWholeDocumentHolds() throws Exception {
    FoundSignature found = only("signed", signed());

    assertThat(found.state()).isEqualTo(SignatureState.TRUSTED);
    assertThat(found.where()).isEqualTo("/QIFDocument/Signature");
  }

  @Test
  void aChangedLengthIsFound() throws Exception {
    assertThat(only("length-changed", signed().replace("<Length>10", "<Length>11")).state())
        .isEqualTo(SignatureState.CHANGED);
  }

  @Test
  void commentsAndWritingMayChange() throws Exception {
    String other = signed().replace("<Part id=\"7\">", "<!-- seen --><Part   id='7'>");

    assertThat(only("written-otherwise", other).state()).isEqualTo(SignatureState.TRUSTED);
  }

  @Test
  void aSignatureOfOnePartDoesNotCoverTheOthers() throws Exception {
    String part =
        "<Part xmlns=\"http://qifstandards.org/xsd/qif2\" id=\"7\"><Length>10</Length></Part>";
    String xml = inside(QIF, signature("#7", "", canonical(part)));

    FoundSignature found = only("one-part-signed", xml);

    assertThat(found.state()).isEqualTo(SignatureState.PARTIAL);
    assertThat(found.gaps().getFirst().what()).contains("outside of /QIFDocument/Part");
  }

  @Test
  void aSignedPartThatWasMovedAwayAndReplacedIsNotTakenForTheDocument() throws Exception {
    // The wrapping attack: the signed element hides in a corner, the shown one bears its id too.
    String part =
        "<Part xmlns=\"http://qifstandards.org/xsd/qif2\" id=\"7\"><Length>10</Length></Part>";
    String wrapped =
        inside(
            QIF.replace("<Length>10", "<Length>99"),
            "<Notes>" + part + "</Notes>" + signature("#7", "", canonical(part)));

    FoundSignature found = only("signature-wrapped", wrapped);

    assertThat(found.state()).isEqualTo(SignatureState.UNREADABLE);
    assertThat(SignatureWords.content(found.content())).contains("2 elements");
  }

  @Test
  void aSignatureOfItsOwnObjectCoversNothingOfTheDocument() throws Exception {
    String object = "<Object xmlns=\"" + DSIG + "\" Id=\"mine\">nothing</Object>";
    String xml = inside(QIF, signature("#mine", "", canonical(object), object));

    FoundSignature found = only("object-signed", xml);

    assertThat(found.state()).isEqualTo(SignatureState.PARTIAL);
    assertThat(found.gaps().getFirst().what()).isEqualTo("the whole document");
  }

  @Test
  void nothingOutsideIsFetchedAndNothingIsRun() throws Exception {
    for (String uri :
        List.of("http://example.invalid/x", "file:/etc/passwd", "other.xml", "#xpointer(/)")) {
      FoundSignature found = only("points-outside", inside(QIF, signature(uri, "", new byte[0])));
      assertThat(SignatureWords.content(found.content())).as(uri).contains("nothing outside");
    }
    for (String transform :
        List.of(
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "http://www.w3.org/2002/06/xmldsig-filter2",
            DSIG + "base64")) {
      String steps =
          "<Transforms><Transform Algorithm=\"" + transform + "\"></Transform></Transforms>";
      FoundSignature found = only("runs-something", inside(QIF, signature("", steps, new byte[0])));
      assertThat(SignatureWords.content(found.content())).as(transform).contains("not run");
    }
  }

  @Test
  void entitiesAndDocumentTypesAreRefused() throws Exception {
    String bomb =
        "<!DOCTYPE q [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    FoundSignature found =
        only("entities", bomb + signed().replace("<Length>10", "<Length>&x;&b;"));

    assertThat(found.state()).isEqualTo(SignatureState.UNREADABLE);
    assertThat(SignatureWords.content(found.content())).contains("DOCTYPE");
  }

  @Test
  void elementsWithoutEndAreRefused() throws Exception {
    String deep = "<a xmlns=\"" + DSIG + "\">" + "<a>".repeat(100_000);

    assertThat(only("nested-deep", deep).state()).isEqualTo(SignatureState.UNREADABLE);
  }

  @Test
  void aPublicKeyForASharedSecretIsNoKey() throws Exception {
    String hmac =
        signed().replace("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", DSIG + "hmac-sha1");

    assertThat(SignatureWords.content(only("hmac", hmac).content())).contains("counts for nothing");
  }

  @Test
  void aSignatureWithoutACertificateIsByNobody() throws Exception {
    String xml = signed().replaceAll("<KeyInfo>.*</KeyInfo>", "<KeyInfo></KeyInfo>");

    FoundSignature found = only("no-certificate", xml);

    assertThat(found.state()).isEqualTo(SignatureState.UNREADABLE);
    assertThat(found.signer()).isEmpty();
  }

  @Test
  void aSignedDocumentCutAtAnyPlaceIsReadOrSaidToBeDamaged() throws Exception {
    String whole = signed();
    for (int length = 1; length < whole.length(); length += 41) {
      Path cut = SignedFiles.write(folder.resolve("cut.qif"), whole.substring(0, length));
      assertThat(SignedFiles.found(cut, trust))
          .as("%d characters", length)
          .allMatch(found -> found.state() == SignatureState.UNREADABLE);
    }
  }
}

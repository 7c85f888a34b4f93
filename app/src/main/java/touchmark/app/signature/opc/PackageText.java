package touchmark.app.signature.opc;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The XML parts of a package that a new signature changes [ISO/IEC 29500-2 6.5, 7.3].
final class PackageText {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private PackageText() {}

  static byte[] relationships(List<Relationship> all) {
    StringBuilder xml =
        new StringBuilder(XML)
            .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/")
            .append("relationships\">\n");
    for (Relationship one : all) {
      xml.append(" <Relationship");
      attribute(xml, "Id", one.id());
      attribute(xml, "Type", one.type());
      attribute(xml, "Target", one.target());
      if (one.external()) {
        attribute(xml, "TargetMode", "External");
      }
      xml.append("/>\n");
    }
    return bytes(xml.append("</Relationships>\n"));
  }

  static byte[] contentTypes(List<SignedPackage.ContentType> all) {
    StringBuilder xml =
        new StringBuilder(XML)
            .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/")
            .append("content-types\">\n");
    for (SignedPackage.ContentType one : all) {
      xml.append(one.part() ? " <Override" : " <Default");
      attribute(xml, one.part() ? "PartName" : "Extension", one.name());
      attribute(xml, "ContentType", one.type());
      xml.append("/>\n");
    }
    return bytes(xml.append("</Types>\n"));
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ')
        .append(name)
        .append("=\"")
        .append(RelationshipTransform.escaped(value))
        .append('"');
  }

  static byte[] bytes(CharSequence xml) {
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }
}

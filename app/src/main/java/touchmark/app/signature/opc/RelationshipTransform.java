package touchmark.app.signature.opc;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/// The canonical bytes of some relationships [ISO/IEC 29500-2 10.5.6.4]: sorted by id, each with
/// its target mode, nothing between them.
final class RelationshipTransform {
  static final String ALGORITHM =
      "http://schemas.openxmlformats.org/package/2006/RelationshipTransform";

  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private RelationshipTransform() {}

  static byte[] bytes(List<Relationship> relationships) {
    StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + NAMESPACE + "\">");
    relationships.stream()
        .sorted(Comparator.comparing(Relationship::id))
        .forEach(
            one ->
                xml.append("<Relationship Id=\"")
                    .append(escaped(one.id()))
                    .append("\" Target=\"")
                    .append(escaped(one.target()))
                    .append("\" TargetMode=\"")
                    .append(one.external() ? "External" : "Internal")
                    .append("\" Type=\"")
                    .append(escaped(one.type()))
                    .append("\"></Relationship>"));
    return xml.append("</Relationships>").toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The value of an attribute in its canonical form [Canonical XML 1.0, 2.3].
  static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\t", "&#x9;")
        .replace("\n", "&#xA;")
        .replace("\r", "&#xD;");
  }
}

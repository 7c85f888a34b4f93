package touchmark.app.format.threemf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import touchmark.app.format.Thumbnail;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;

/// Writes 3MF, core specification: one object for each part, the unit, a thumbnail if there is one.
///
/// The same mesh gives the same bytes on every machine: fixed times, and entries are stored rather
/// than deflated, because zlib's output differs between its builds.
public final class ThreeMfWriter {
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private ThreeMfWriter() {}

  /// Writes a whole package. The stream is flushed, not closed.
  ///
  /// @param title the model's name, for people
  /// @param thumbnail PNG or JPEG [3MF core 6.1]
  public static void write(Mesh mesh, String title, Optional<Thumbnail> thumbnail, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setMethod(ZipOutputStream.STORED);
    Optional<String> picture = thumbnail.map(ThreeMfWriter::pictureName);
    entry(zip, "[Content_Types].xml", text(contentTypes()));
    entry(zip, "_rels/.rels", text(relationships(picture)));
    entry(zip, "3D/3dmodel.model", text(model(mesh, title)));
    if (thumbnail.isPresent() && picture.isPresent()) {
      entry(zip, picture.get(), thumbnail.get().data().toArray());
    }
    zip.finish();
    out.flush();
  }

  private static String pictureName(Thumbnail thumbnail) {
    return switch (thumbnail.mediaType()) {
      case "image/png" -> "Metadata/thumbnail.png";
      case "image/jpeg" -> "Metadata/thumbnail.jpeg";
      default -> throw new IllegalArgumentException("a 3MF thumbnail is PNG or JPEG");
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ZIP_TIME);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static String contentTypes() {
    return XML
        + """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
         <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
         <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
         <Default Extension="png" ContentType="image/png"/>
         <Default Extension="jpeg" ContentType="image/jpeg"/>
        </Types>
        """;
  }

  private static String relationships(Optional<String> picture) {
    return XML
        + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
         <Relationship Target="/3D/3dmodel.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
        """
        + picture
            .map(
                name ->
                    " <Relationship Target=\"/"
                        + name
                        + "\" Id=\"rel1\" Type=\"http://schemas.openxmlformats.org/package/2006/"
                        + "relationships/metadata/thumbnail\"/>\n")
            .orElse("")
        + "</Relationships>\n";
  }

  private static String model(Mesh mesh, String title) {
    StringBuilder xml = new StringBuilder(XML);
    xml.append("<model unit=\"")
        .append(unit(mesh.unit()))
        .append("\" xml:lang=\"en-US\" xmlns=\"")
        .append("http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n")
        .append(" <metadata name=\"Title\">")
        .append(escaped(title))
        .append("</metadata>\n")
        .append(" <metadata name=\"Application\">Touchmark</metadata>\n <resources>\n");
    for (int part = 0; part < mesh.parts().size(); part++) {
      object(xml, mesh, mesh.parts().get(part), part + 1);
    }
    xml.append(" </resources>\n <build>\n");
    for (int part = 0; part < mesh.parts().size(); part++) {
      xml.append("  <item objectid=\"").append(part + 1).append("\"/>\n");
    }
    return xml.append(" </build>\n</model>\n").toString();
  }

  private static void object(StringBuilder xml, Mesh mesh, MeshPart part, int id) {
    int[] triangles =
        Arrays.copyOfRange(
            mesh.triangles(),
            3 * part.firstTriangle(),
            3 * (part.firstTriangle() + part.triangles()));
    int[] vertices = Arrays.stream(triangles).sorted().distinct().toArray();
    xml.append("  <object id=\"")
        .append(id)
        .append("\" type=\"model\" name=\"")
        .append(escaped(part.name()))
        .append("\">\n   <mesh>\n    <vertices>\n");
    for (int vertex : vertices) {
      xml.append("     <vertex x=\"")
          .append(mesh.positions()[3 * vertex])
          .append("\" y=\"")
          .append(mesh.positions()[3 * vertex + 1])
          .append("\" z=\"")
          .append(mesh.positions()[3 * vertex + 2])
          .append("\"/>\n");
    }
    xml.append("    </vertices>\n    <triangles>\n");
    for (int at = 0; at < triangles.length; at += 3) {
      xml.append("     <triangle v1=\"")
          .append(Arrays.binarySearch(vertices, triangles[at]))
          .append("\" v2=\"")
          .append(Arrays.binarySearch(vertices, triangles[at + 1]))
          .append("\" v3=\"")
          .append(Arrays.binarySearch(vertices, triangles[at + 2]))
          .append("\"/>\n");
    }
    xml.append("    </triangles>\n   </mesh>\n  </object>\n");
  }

  /// [3MF core 3.1, ST_Unit].
  private static String unit(LengthUnit unit) {
    return switch (unit) {
      case MICRON -> "micron";
      case MILLIMETRE -> "millimeter";
      case CENTIMETRE -> "centimeter";
      case INCH -> "inch";
      case FOOT -> "foot";
      case METRE -> "meter";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A closed sphere with bumps, of about as many triangles as are asked for, in the formats that the
/// benchmark compares.
final class BumpySphere {
  private final int rings;
  private final int segments;

  BumpySphere(int triangles) {
    rings = (int) Math.round(Math.sqrt(triangles / 4.0)) + 1;
    segments = 2 * rings;
  }

  int triangles() {
    return 2 * segments * (rings - 1);
  }

  @FunctionalInterface
  private interface Facet {
    /// @param corners numbers of the vertices
    void at(int... corners) throws IOException;
  }

  private int vertices() {
    return 2 + segments * (rings - 1);
  }

  /// The poles are the first and the last vertex.
  private int vertex(int ring, int segment) {
    if (ring == 0) {
      return 0;
    }
    return ring == rings ? vertices() - 1 : 1 + (ring - 1) * segments + segment % segments;
  }

  private float[] point(int vertex) {
    boolean pole = vertex == 0 || vertex == vertices() - 1;
    int ring = pole ? (vertex == 0 ? 0 : rings) : 1 + (vertex - 1) / segments;
    double theta = Math.PI * ring / rings;
    double phi = pole ? 0 : 2 * Math.PI * ((vertex - 1) % segments) / segments;
    double bump = pole ? 0 : Math.sin(9 * phi) * Math.sin(11 * theta);
    double r = 40 + 1.5 * bump * Math.sin(theta);
    double flat = pole ? 0 : Math.sin(theta);
    return new float[] {
      (float) (r * flat * Math.cos(phi)),
      (float) (r * flat * Math.sin(phi)),
      (float) (r * Math.cos(theta))
    };
  }

  private void facets(Facet facet) throws IOException {
    for (int ring = 0; ring < rings; ring++) {
      for (int segment = 0; segment < segments; segment++) {
        int a = vertex(ring, segment);
        int c = vertex(ring + 1, segment + 1);
        if (ring < rings - 1) {
          facet.at(a, vertex(ring + 1, segment), c);
        }
        if (ring > 0) {
          facet.at(a, c, vertex(ring, segment + 1));
        }
      }
    }
  }

  void binaryStl(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      ByteBuffer head = ByteBuffer.allocate(84).order(ByteOrder.LITTLE_ENDIAN);
      head.putInt(80, triangles());
      out.write(head.array());
      ByteBuffer bytes = ByteBuffer.allocate(50).order(ByteOrder.LITTLE_ENDIAN);
      facets(
          corners -> {
            bytes.clear();
            bytes.putFloat(0).putFloat(0).putFloat(0);
            for (int corner : corners) {
              for (float coordinate : point(corner)) {
                bytes.putFloat(coordinate);
              }
            }
            bytes.putShort((short) 0);
            out.write(bytes.array());
          });
    }
  }

  void asciiStl(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("solid sphere\n");
      facets(
          corners -> {
            out.write("  facet normal 0 0 0\n    outer loop\n");
            for (int corner : corners) {
              out.write("      vertex " + words(corner) + "\n");
            }
            out.write("    endloop\n  endfacet\n");
          });
      out.write("endsolid sphere\n");
    }
  }

  void obj(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < vertices(); i++) {
        out.write("v " + words(i) + "\n");
      }
      facets(
          corners ->
              out.write(
                  "f "
                      + (corners[0] + 1)
                      + " "
                      + (corners[1] + 1)
                      + " "
                      + (corners[2] + 1)
                      + "\n"));
    }
  }

  void ply(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("ply\nformat ascii 1.0\nelement vertex " + vertices() + "\n");
      out.write("property float x\nproperty float y\nproperty float z\n");
      out.write("element face " + triangles() + "\n");
      out.write("property list uchar int vertex_indices\nend_header\n");
      for (int i = 0; i < vertices(); i++) {
        out.write(words(i) + "\n");
      }
      facets(corners -> out.write("3 " + corners[0] + " " + corners[1] + " " + corners[2] + "\n"));
    }
  }

  void threeMf(Path file) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
              + " Extension=\"model\""
              + " ContentType=\"application/vnd.ms-package.3dmanufacturing-3dmodel+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Target=\"/3D/3dmodel.model\" Id=\"rel0\""
              + " Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/>"
              + "</Relationships>");
      zip.putNextEntry(new ZipEntry("3D/3dmodel.model"));
      Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      out.write("<model unit=\"millimeter\"");
      out.write(" xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n");
      out.write("<resources><object id=\"1\" type=\"model\"><mesh><vertices>\n");
      for (int i = 0; i < vertices(); i++) {
        float[] at = point(i);
        out.write("<vertex x=\"" + at[0] + "\" y=\"" + at[1] + "\" z=\"" + at[2] + "\"/>\n");
      }
      out.write("</vertices><triangles>\n");
      facets(
          corners ->
              out.write(
                  "<triangle v1=\"%d\" v2=\"%d\" v3=\"%d\"/>\n"
                      .formatted(corners[0], corners[1], corners[2])));
      out.write("</triangles></mesh></object></resources>\n");
      out.write("<build><item objectid=\"1\"/></build></model>\n");
      out.flush();
      zip.closeEntry();
    }
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String words(int vertex) {
    float[] at = point(vertex);
    return at[0] + " " + at[1] + " " + at[2];
  }
}

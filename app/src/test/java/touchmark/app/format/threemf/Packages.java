package touchmark.app.format.threemf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import touchmark.app.mesh.Mesh;

/// 3MF packages for tests, part by part.
final class Packages {
  static final String MODEL = "3D/3dmodel.model";
  private static final String CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  Packages() {
    with(
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r' Target='/3D/3dmodel.model'"
            + " Type='http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel'/>"
            + "<Relationship Id='t' Target='/Metadata/thumbnail.png' Type="
            + "'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail'/>"
            + "</Relationships>");
  }

  Packages with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Packages with(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  /// With a root model of some resources and build items.
  Packages model(String attributes, String resources, String build) {
    return with(MODEL, modelText(attributes, resources, build));
  }

  static String modelText(String attributes, String resources, String build) {
    return "<?xml version='1.0'?><model xmlns='"
        + CORE
        + "' "
        + attributes
        + "><resources>"
        + resources
        + "</resources><build>"
        + build
        + "</build></model>";
  }

  static String object(String id, String attributes, Mesh mesh) {
    StringBuilder text = new StringBuilder("<object id='" + id + "' " + attributes + "><mesh>");
    text.append("<vertices>");
    float[] p = mesh.positions();
    for (int i = 0; i < p.length; i += 3) {
      text.append("<vertex x='" + p[i] + "' y='" + p[i + 1] + "' z='" + p[i + 2] + "'/>");
    }
    text.append("</vertices><triangles>");
    int[] t = mesh.triangles();
    for (int i = 0; i < t.length; i += 3) {
      text.append("<triangle v1='" + t[i] + "' v2='" + t[i + 1] + "' v3='" + t[i + 2] + "'/>");
    }
    return text.append("</triangles></mesh></object>").toString();
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

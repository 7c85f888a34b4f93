package touchmark.app.format.stl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import touchmark.app.mesh.FacetNormal;
import touchmark.app.mesh.Mesh;

/// Writes STL. The same mesh gives the same bytes. The unit is not written, because STL has none.
public final class StlWriter {
  private static final int HEADER = 80;
  private static final int RECORD = 50;

  private StlWriter() {}

  /// Binary: header, count, 50 bytes a facet.
  ///
  /// @param title at most 80 ASCII characters; must not begin with `solid`, which would make it
  ///   look like text
  public static void binary(Mesh mesh, String title, OutputStream out) throws IOException {
    byte[] name = title.getBytes(StandardCharsets.US_ASCII);
    if (name.length > HEADER || title.startsWith("solid")) {
      throw new IllegalArgumentException(
          "a title has at most 80 characters and does not begin with \"solid\"");
    }
    out.write(Arrays.copyOf(name, HEADER));
    ByteBuffer buffer = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
    out.write(buffer.putInt(mesh.triangleCount()).array(), 0, Integer.BYTES);
    for (int facet = 0; facet < mesh.triangleCount(); facet++) {
      buffer.clear();
      for (float value : normal(mesh, facet)) {
        buffer.putFloat(value);
      }
      for (int corner = 0; corner < 3; corner++) {
        int at = 3 * mesh.triangles()[3 * facet + corner];
        for (int axis = 0; axis < 3; axis++) {
          buffer.putFloat(mesh.positions()[at + axis]);
        }
      }
      out.write(buffer.putShort((short) 0).array());
    }
  }

  /// Text: `solid name` ... `endsolid name`. Floats are written so that they read back the same.
  ///
  /// @param name of one line
  public static void ascii(Mesh mesh, String name, OutputStream out) throws IOException {
    if (name.lines().count() > 1) {
      throw new IllegalArgumentException("a name is one line");
    }
    StringBuilder text = new StringBuilder("solid ").append(name).append('\n');
    for (int facet = 0; facet < mesh.triangleCount(); facet++) {
      float[] normal = normal(mesh, facet);
      text.append("  facet normal");
      append(text, normal, 0);
      text.append("    outer loop\n");
      for (int corner = 0; corner < 3; corner++) {
        text.append("      vertex");
        append(text, mesh.positions(), 3 * mesh.triangles()[3 * facet + corner]);
      }
      text.append("    endloop\n  endfacet\n");
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }
    text.append("endsolid ").append(name).append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(StringBuilder text, float[] values, int at) {
    for (int axis = 0; axis < 3; axis++) {
      text.append(' ').append(values[at + axis]);
    }
    text.append('\n');
  }

  /// Of length 1, or zero for a facet without area.
  private static float[] normal(Mesh mesh, int facet) {
    FacetNormal normal = new FacetNormal(mesh).of(facet);
    double length = normal.length();
    if (length == 0) {
      return new float[3];
    }
    // adding zero turns -0 into 0
    return new float[] {
      (float) (normal.x() / length) + 0f,
      (float) (normal.y() / length) + 0f,
      (float) (normal.z() / length) + 0f
    };
  }
}

package touchmark.app.format.stl;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import touchmark.app.format.FormatException;
import touchmark.app.format.Head;
import touchmark.app.format.Source;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.TriangleList;
import touchmark.app.mesh.VertexWelder;
import touchmark.ledger.Progress;

/// The binary form: a header of 80 bytes, a count, and for each facet a normal (not used), three
/// corners and two bytes of attributes (colours, see [FacetColours]). Bytes after the last facet
/// are left alone.
final class BinaryStl {
  /// Bytes before the first facet.
  static final int BEGINNING = 84;

  /// Bytes of a facet.
  static final int FACET = 50;

  private static final int COUNT_AT = 80;
  private static final int NORMAL = 12;
  private static final int ATTRIBUTE = 48;
  private static final int FACETS_AT_ONCE = 4096;
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private BinaryStl() {}

  /// Whether the count fits the size of the file exactly, which text does by chance only.
  static boolean fits(Head head) {
    return head.length() >= BEGINNING
        && head.size() == BEGINNING + FACET * head.unsignedIntAt(COUNT_AT);
  }

  static Mesh read(Source source, Progress progress) throws FormatException, IOException {
    int count = count(source);
    InputStream stream = source.stream();
    stream.skipNBytes(BEGINNING);
    VertexWelder vertices = new VertexWelder(count / 2 + 2);
    int[] triangles = new int[3 * count];
    FacetColours colours = new FacetColours(source.head());
    byte[] facets = new byte[FACET * Math.min(count, FACETS_AT_ONCE)];
    for (int first = 0; first < count; first += FACETS_AT_ONCE) {
      int now = Math.min(FACETS_AT_ONCE, count - first);
      if (stream.readNBytes(facets, 0, FACET * now) < FACET * now) {
        throw new FormatException(
            source.path(), "facet " + (first + 1), count + " facets", "the end of the file");
      }
      for (int i = 0; i < now; i++) {
        for (int corner = 0; corner < 3; corner++) {
          int at = FACET * i + NORMAL * (corner + 1);
          float x = (float) FLOAT.get(facets, at);
          float y = (float) FLOAT.get(facets, at + 4);
          float z = (float) FLOAT.get(facets, at + 8);
          if (!(Float.isFinite(x) && Float.isFinite(y) && Float.isFinite(z))) {
            throw new FormatException(
                source.path(),
                "facet " + (first + i + 1),
                "finite coordinates",
                "(" + x + ", " + y + ", " + z + ")");
          }
          triangles[3 * (first + i) + corner] = vertices.add(x, y, z);
        }
        int attribute = FACET * i + ATTRIBUTE;
        colours.next((facets[attribute] & 0xFF) | ((facets[attribute + 1] & 0xFF) << 8));
      }
      progress.reached(BEGINNING + (long) FACET * (first + now), source.size());
    }
    return new Mesh(
        vertices.positions(), triangles, LengthUnit.MILLIMETRE, colours.parts(name(source.head())));
  }

  /// The stated count, checked against the size of the file before anything is allocated.
  private static int count(Source source) throws FormatException {
    Head head = source.head();
    if (head.length() < BEGINNING) {
      throw new FormatException(
          source.path(),
          "byte " + head.length(),
          "the " + BEGINNING + " bytes that begin a binary STL",
          "the end of the file");
    }
    long stated = head.unsignedIntAt(COUNT_AT);
    long most = Math.min((source.size() - BEGINNING) / FACET, TriangleList.MOST);
    if (stated > most) {
      throw new FormatException(
          source.path(),
          "byte " + COUNT_AT,
          "a count of at most " + most + " facets in " + source.size() + " bytes",
          "a count of " + stated);
    }
    if (stated == 0) {
      throw new FormatException(
          source.path(), "byte " + COUNT_AT, "at least one facet", "a count of 0");
    }
    return (int) stated;
  }

  /// What stands in the header, without a leading `solid`.
  private static String name(Head head) {
    byte[] header = new byte[COUNT_AT];
    int length = 0;
    while (length < COUNT_AT && head.at(length) >= ' ') {
      header[length] = (byte) head.at(length);
      length++;
    }
    String text = new String(header, 0, length, StandardCharsets.ISO_8859_1).strip();
    int colour = text.indexOf("COLOR=");
    text = colour < 0 ? text : text.substring(0, colour).strip();
    return text.startsWith("solid") ? text.substring("solid".length()).strip() : text;
  }
}

package touchmark.app.format.obj;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.format.FormatException;
import touchmark.app.format.Source;
import touchmark.app.format.TextWords;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.PolygonCutter;
import touchmark.app.mesh.TriangleList;
import touchmark.app.mesh.VertexWelder;
import touchmark.ledger.Progress;

/// Collects vertices and polygons, line by line. Corners with equal coordinates become one vertex;
/// each object or group with polygons of its own is a part.
final class ObjMesh {
  private static final int MOST_CORNERS = 1 << 16;
  private static final int MOST_PARTS = 10_000;
  private static final int BYTES_PER_FACET = 60;

  private final TextWords words;
  private final VertexWelder vertices;
  private final TriangleList triangles;
  private final PolygonCutter cutter = new PolygonCutter();
  private final List<MeshPart> parts = new ArrayList<>();

  /// The welded vertex of each `v` line.
  private int[] welded = new int[1024];

  private int stated;
  private int[] polygon = new int[8];
  private double[] corners = new double[3 * 8];
  private String name = "";
  private int firstOfPart;

  ObjMesh(Source source, Progress progress) throws FormatException, IOException {
    int expected = (int) Math.min(source.size() / BYTES_PER_FACET, 1 << 24);
    this.words = new TextWords(source, progress);
    this.vertices = new VertexWelder(expected / 2);
    this.triangles = new TriangleList(expected);
  }

  /// Empty when there is not one polygon, as in a file of curves or points.
  Optional<Mesh> read() throws FormatException, IOException {
    while (!words.ended()) {
      if (words.is("v")) {
        readVertex();
      } else if (words.is("f") || words.is("fo")) {
        readPolygon();
      } else if (words.is("o") || words.is("g")) {
        endPart();
        name = words.restOfLine();
      }
      words.skipLine();
      words.next();
    }
    addPart();
    return triangles.count() == 0
        ? Optional.empty()
        : Optional.of(
            new Mesh(vertices.positions(), triangles.toArray(), LengthUnit.MILLIMETRE, parts));
  }

  /// Of very many parts, the last holds all the rest.
  private void endPart() {
    if (parts.size() < MOST_PARTS - 1) {
      addPart();
    }
  }

  private void addPart() {
    int count = triangles.count() - firstOfPart;
    if (count > 0) {
      String known = name.isEmpty() ? "part " + (parts.size() + 1) : name;
      parts.add(new MeshPart(known, firstOfPart, count, OptionalInt.empty()));
      firstOfPart = triangles.count();
    }
  }

  private void readVertex() throws FormatException, IOException {
    float x = coordinate();
    float y = coordinate();
    float z = coordinate();
    if (stated == welded.length) {
      if (stated == TriangleList.MOST) {
        throw words.problem("at most " + stated + " vertices", "more");
      }
      welded = Arrays.copyOf(welded, (int) Math.min(2L * stated, TriangleList.MOST));
    }
    welded[stated++] = vertices.add(x, y, z);
  }

  private float coordinate() throws FormatException, IOException {
    if (!wordOfLine()) {
      throw words.problem("three coordinates", "the end of the line");
    }
    return words.number();
  }

  private void readPolygon() throws FormatException, IOException {
    int count = 0;
    while (wordOfLine()) {
      if (count == MOST_CORNERS) {
        throw words.problem("a polygon of at most " + MOST_CORNERS + " corners", "more");
      }
      if (count == polygon.length) {
        polygon = Arrays.copyOf(polygon, 2 * count);
        corners = Arrays.copyOf(corners, 6 * count);
      }
      polygon[count] = corner();
      vertices.copyPosition(polygon[count], corners, 3 * count);
      count++;
    }
    if (count < 3) {
      throw words.problem("a polygon of at least 3 corners", count + " of them");
    }
    if (!cutter.cut(corners, count, this::add)) {
      throw words.problem(
          "a polygon that is convex or has at most "
              + PolygonCutter.MOST_WITH_NOTCHES
              + " corners and does not cross itself",
          "one of " + count + " corners");
    }
    if (triangles.count() > TriangleList.MOST - MOST_CORNERS) {
      throw words.problem("fewer than " + TriangleList.MOST + " triangles", "more");
    }
  }

  private void add(int a, int b, int c) {
    triangles.add(polygon[a], polygon[b], polygon[c]);
  }

  /// The vertex of a corner such as `7`, `7/1`, `7//2`, `-1/-1/-1`; negative ones count back from
  /// the newest.
  private int corner() throws FormatException {
    int end = words.integerEnd(0);
    int index = words.lastInteger();
    if (end < words.length() && words.at(end) != '/') {
      throw words.problem("the number of a vertex", words.shown());
    }
    int at = index < 0 ? stated + index : index - 1;
    if (index == 0 || at < 0 || at >= stated) {
      throw words.problem("one of the " + stated + " vertices so far", words.shown());
    }
    return welded[at];
  }

  /// The next word of this line; a lone backslash at its end joins the next line to it, and `#`
  /// begins a comment.
  private boolean wordOfLine() throws FormatException, IOException {
    if (!words.nextOnLine()) {
      return false;
    }
    while (words.is("\\")) {
      words.next();
    }
    return !words.ended() && words.at(0) != '#';
  }
}

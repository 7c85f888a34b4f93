package touchmark.app.format.ply;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import touchmark.app.format.FormatException;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.PolygonCutter;
import touchmark.app.mesh.TriangleList;
import touchmark.app.mesh.VertexWelder;

/// Collects vertices and polygons, element by element. Corners with equal coordinates become one
/// vertex.
final class PlyMesh {
  private static final int MOST_CORNERS = 1 << 16;
  private static final List<String> AXES = List.of("x", "y", "z");

  private final PlyHeader header;
  private final PlyInput input;
  private final PolygonCutter cutter = new PolygonCutter();
  private VertexWelder vertices = new VertexWelder(0);
  private TriangleList triangles = new TriangleList(0);

  /// The welded vertex of each one in the file; empty before they are read.
  private int[] welded = {};

  private int[] polygon = new int[8];
  private double[] corners = new double[3 * 8];

  PlyMesh(PlyHeader header, PlyInput input) {
    this.header = header;
    this.input = input;
  }

  Mesh read() throws FormatException, IOException {
    for (PlyElement element : header.elements()) {
      if (element.isVertex()) {
        readVertices(element);
      } else if (element.isFace()) {
        readFaces(element);
      } else {
        for (int i = 0; i < element.count(); i++) {
          for (PlyProperty property : element.properties()) {
            skip(property);
          }
          input.endThing();
        }
      }
    }
    MeshPart whole = new MeshPart("", 0, triangles.count(), OptionalInt.empty());
    return new Mesh(
        vertices.positions(), triangles.toArray(), LengthUnit.MILLIMETRE, List.of(whole));
  }

  private void readVertices(PlyElement element) throws FormatException, IOException {
    List<PlyProperty> properties = element.properties();
    int[] axes =
        properties.stream()
            .mapToInt(each -> each.count().isPresent() ? -1 : AXES.indexOf(each.name()))
            .toArray();
    if (Arrays.stream(axes).filter(axis -> axis >= 0).distinct().count() < 3) {
      throw input.problem("a vertex with x, y and z", "one without");
    }
    vertices = new VertexWelder(element.count());
    welded = new int[element.count()];
    float[] position = new float[3];
    for (int vertex = 0; vertex < welded.length; vertex++) {
      for (int i = 0; i < axes.length; i++) {
        if (axes[i] < 0) {
          skip(properties.get(i));
        } else {
          position[axes[i]] = input.number(properties.get(i).type());
        }
      }
      input.endThing();
      welded[vertex] = vertices.add(position[0], position[1], position[2]);
    }
  }

  private void readFaces(PlyElement element) throws FormatException, IOException {
    triangles = new TriangleList(element.count());
    for (int face = 0; face < element.count(); face++) {
      for (PlyProperty property : element.properties()) {
        if (property.isCorners()) {
          readFace(property);
        } else {
          skip(property);
        }
      }
      input.endThing();
    }
  }

  private void readFace(PlyProperty property) throws FormatException, IOException {
    int count = length(property);
    if (count < 3 || count > MOST_CORNERS) {
      throw input.problem("a polygon of 3 to " + MOST_CORNERS + " corners", count + " of them");
    }
    if (count > polygon.length) {
      polygon = new int[2 * count];
      corners = new double[6 * count];
    }
    for (int i = 0; i < count; i++) {
      int vertex = input.index(property.type());
      if (vertex >= welded.length) {
        throw input.problem("one of the " + welded.length + " vertices so far", "" + vertex);
      }
      polygon[i] = welded[vertex];
      vertices.copyPosition(polygon[i], corners, 3 * i);
    }
    if (!cutter.cut(corners, count, this::add)) {
      throw input.problem(
          "a polygon that is convex or has at most "
              + PolygonCutter.MOST_WITH_NOTCHES
              + " corners and does not cross itself",
          "one of " + count + " corners");
    }
    if (triangles.count() > TriangleList.MOST - MOST_CORNERS) {
      throw input.problem("fewer than " + TriangleList.MOST + " triangles", "more");
    }
  }

  private void add(int a, int b, int c) {
    triangles.add(polygon[a], polygon[b], polygon[c]);
  }

  private void skip(PlyProperty property) throws FormatException, IOException {
    input.skip(property.type(), property.count().isPresent() ? length(property) : 1);
  }

  private int length(PlyProperty list) throws FormatException, IOException {
    return input.index(list.count().orElseThrow());
  }
}

package touchmark.app.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;

/// Collects the faces of a solid. Corners at the same place are one vertex; when each edge is drawn
/// by exactly two faces, the solid is closed.
final class SolidDraft {
  private final Map<Corner, Integer> vertices = new HashMap<>();
  private final List<Corner> positions = new ArrayList<>();
  private final List<Integer> triangles = new ArrayList<>();

  /// A place in space as the mesh will have it.
  record Corner(float x, float y, float z) {
    /// Adding zero turns -0 into 0, so that equal places are equal corners.
    static Corner of(double x, double y, double z) {
      return new Corner((float) x + 0f, (float) y + 0f, (float) z + 0f);
    }
  }

  /// How a plane lies in space: where a point of the plane is.
  interface Plane {
    Corner at(Point point);
  }

  /// A flat face with holes.
  ///
  /// @param plane keeps counter-clockwise loops counter-clockwise as seen from outside
  void face(List<Point> outer, List<List<Point>> holes, Plane plane) {
    List<Point> cut = Triangulation.of(outer, holes);
    for (int i = 0; i < cut.size(); i += 3) {
      triangle(plane.at(cut.get(i)), plane.at(cut.get(i + 1)), plane.at(cut.get(i + 2)));
    }
  }

  /// A band between two copies of a line: each segment becomes a rectangle. Seen from outside, the
  /// line runs from left to right along `near`, and `far` is above it.
  void band(List<Point> line, boolean closed, Plane near, Plane far) {
    int segments = closed ? line.size() : line.size() - 1;
    for (int i = 0; i < segments; i++) {
      Point from = line.get(i);
      Point to = line.get((i + 1) % line.size());
      triangle(near.at(from), near.at(to), far.at(to));
      triangle(near.at(from), far.at(to), far.at(from));
    }
  }

  /// One facet, counter-clockwise from outside.
  void triangle(Corner a, Corner b, Corner c) {
    triangles.add(vertex(a));
    triangles.add(vertex(b));
    triangles.add(vertex(c));
  }

  private int vertex(Corner corner) {
    Integer known = vertices.putIfAbsent(corner, positions.size());
    if (known != null) {
      return known;
    }
    positions.add(corner);
    return positions.size() - 1;
  }

  /// The mesh, in millimetres, as one part.
  Mesh mesh(String name) {
    float[] coordinates = new float[3 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      coordinates[3 * i] = positions.get(i).x();
      coordinates[3 * i + 1] = positions.get(i).y();
      coordinates[3 * i + 2] = positions.get(i).z();
    }
    int[] corners = triangles.stream().mapToInt(Integer::intValue).toArray();
    MeshPart part = new MeshPart(name, 0, corners.length / 3, OptionalInt.empty());
    return new Mesh(coordinates, corners, LengthUnit.MILLIMETRE, List.of(part));
  }
}

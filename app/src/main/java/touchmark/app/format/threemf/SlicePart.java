package touchmark.app.format.threemf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import touchmark.app.format.FormatException;
import touchmark.app.format.xml.Xml;

/// The stacks of slices in one part, in its unit.
///
/// @param stacks by id
/// @param stackOf id of the stack of an object, by the object's id
record SlicePart(Map<String, Stack> stacks, Map<String, String> stackOf) {
  SlicePart {
    stacks = Map.copyOf(stacks);
    stackOf = Map.copyOf(stackOf);
  }

  /// Slices one above the other.
  record Stack(List<PartSlice> slices, List<Reference> references) {}

  /// A stack in another part.
  record Reference(String path, String id) {}

  /// One slice.
  ///
  /// @param polygons x, y of each point in turn; the last is the first again where it is closed
  record PartSlice(double top, double thickness, List<float[]> polygons) {}

  /// Reads a whole part.
  static SlicePart read(Xml xml) throws FormatException, IOException {
    return new Parser(xml).parse();
  }

  private static final class Parser {
    private final Xml xml;
    private final Map<String, Stack> stacks = new HashMap<>();
    private final Map<String, String> stackOf = new HashMap<>();
    private @Nullable Stack stack;
    private double below;
    private float[] vertices = new float[64];
    private int vertexCount;
    private float[] polygon = new float[64];
    private int pointCount;
    private List<float[]> polygons = new ArrayList<>();

    Parser(Xml xml) {
      this.xml = xml;
    }

    SlicePart parse() throws FormatException, IOException {
      while (xml.nextElement()) {
        if (xml.namespace().equals(SliceStacks.NAMESPACE)) {
          slice();
        } else if (xml.name().equals("object")) {
          finishPolygon();
          String id = xml.attribute(SliceStacks.NAMESPACE, "slicestackid");
          if (!id.isEmpty()) {
            stackOf.put(xml.attribute("id"), id);
          }
        }
      }
      finishPolygon();
      return new SlicePart(stacks, stackOf);
    }

    private void slice() throws FormatException {
      switch (xml.name()) {
        case "slicestack" -> {
          finishPolygon();
          stack = new Stack(new ArrayList<>(), new ArrayList<>());
          below = xml.attribute("zbottom").isEmpty() ? 0 : xml.number("zbottom");
          if (stacks.putIfAbsent(xml.attribute("id"), stack) != null) {
            throw xml.problem("each stack id once", "\"" + xml.attribute("id") + "\" twice");
          }
        }
        case "sliceref" ->
            current()
                .references()
                .add(new Reference(xml.attribute("slicepath"), xml.attribute("slicestackid")));
        case "slice" -> {
          finishPolygon();
          double top = xml.number("ztop");
          polygons = new ArrayList<>();
          vertexCount = 0;
          current().slices().add(new PartSlice(top, top - below, polygons));
          below = top;
        }
        case "vertex" -> {
          if (2 * vertexCount == vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * vertices.length);
          }
          vertices[2 * vertexCount] = xml.number("x");
          vertices[2 * vertexCount + 1] = xml.number("y");
          vertexCount++;
        }
        case "polygon" -> {
          finishPolygon();
          point("startv");
        }
        case "segment" -> {
          if (pointCount == 0) {
            throw xml.problem("a segment in a polygon", "one outside");
          }
          point("v2");
        }
        default -> {
          // the lists around them
        }
      }
    }

    private Stack current() throws FormatException {
      if (stack == null) {
        throw xml.problem("slices in a stack", "slices outside");
      }
      return stack;
    }

    private void point(String name) throws FormatException {
      int index = xml.index(name);
      if (index >= vertexCount) {
        throw xml.problem("a vertex below " + vertexCount + " as " + name, "" + index);
      }
      if (2 * pointCount == polygon.length) {
        polygon = Arrays.copyOf(polygon, 2 * polygon.length);
      }
      polygon[2 * pointCount] = vertices[2 * index];
      polygon[2 * pointCount + 1] = vertices[2 * index + 1];
      pointCount++;
    }

    private void finishPolygon() {
      if (pointCount > 0) {
        polygons.add(Arrays.copyOf(polygon, 2 * pointCount));
        pointCount = 0;
      }
    }
  }
}

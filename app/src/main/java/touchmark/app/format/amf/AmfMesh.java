package touchmark.app.format.amf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import touchmark.app.format.FormatException;
import touchmark.app.format.assembly.Assembly;
import touchmark.app.format.xml.Xml;
import touchmark.app.mesh.TriangleList;
import touchmark.app.mesh.VertexWelder;

/// The vertices and volumes of one object, as they come. Vertices at one place become one.
final class AmfMesh {
  private static final int EXPECTED = 64;

  private final VertexWelder welder = new VertexWelder(EXPECTED);

  /// The welded vertex of each vertex of the file.
  private int[] welded = new int[EXPECTED];

  private int vertices;
  private TriangleList triangles = new TriangleList(EXPECTED);
  private int facets;
  private final List<Run> runs = new ArrayList<>();

  void vertex(Xml xml, float x, float y, float z) throws FormatException {
    if (vertices == Assembly.MOST) {
      throw xml.problem("at most " + Assembly.MOST + " vertices", "more");
    }
    if (vertices == welded.length) {
      welded = Arrays.copyOf(welded, 2 * vertices);
    }
    welded[vertices++] = welder.add(x, y, z);
  }

  void triangle(Xml xml, int a, int b, int c) throws FormatException {
    if (facets == Assembly.MOST) {
      throw xml.problem("at most " + Assembly.MOST + " triangles", "more");
    }
    facets++;
    triangles.add(corner(xml, a), corner(xml, b), corner(xml, c));
  }

  private int corner(Xml xml, int index) throws FormatException {
    if (index >= vertices) {
      throw xml.problem("a vertex below " + vertices, String.valueOf(index));
    }
    return welded[index];
  }

  private static final class Run {
    private final String name;
    private final String material;
    private final OptionalInt colour;
    private final int[] triangles;

    Run(String name, String material, OptionalInt colour, int[] triangles) {
      this.name = name;
      this.material = material;
      this.colour = colour;
      this.triangles = triangles;
    }
  }

  /// The facets since the last volume are one.
  ///
  /// @param material its id, empty for none
  void endVolume(String name, String material, OptionalInt colour) {
    runs.add(new Run(name, material, colour, triangles.toArray()));
    triangles = new TriangleList(EXPECTED);
  }

  /// Each volume with only the vertices that it uses.
  List<AmfVolume> volumes() {
    float[] all = welder.positions();
    int[] places = new int[all.length / 3];
    Arrays.fill(places, -1);
    return runs.stream()
        .map(
            run -> {
              int[] own = run.triangles.clone();
              return new AmfVolume(run.name, run.material, run.colour, own(all, own, places), own);
            })
        .toList();
  }

  /// Takes out the vertices that some facets use, and numbers them anew in these.
  ///
  /// @param places -1 for each vertex, before and after
  private static float[] own(float[] all, int[] facets, int[] places) {
    int[] kept = new int[Math.min(all.length / 3, facets.length)];
    int used = 0;
    for (int i = 0; i < facets.length; i++) {
      int vertex = facets[i];
      if (places[vertex] < 0) {
        kept[used] = vertex;
        places[vertex] = used++;
      }
      facets[i] = places[vertex];
    }
    float[] positions = new float[3 * used];
    for (int i = 0; i < used; i++) {
      System.arraycopy(all, 3 * kept[i], positions, 3 * i, 3);
      places[kept[i]] = -1;
    }
    return positions;
  }
}

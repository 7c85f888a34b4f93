package touchmark.app.render;

import java.util.Arrays;
import java.util.List;
import touchmark.app.mesh.FacetNormal;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;

/// Draws a mesh: all vertices are projected once, then each triangle is drawn under its index.
final class MeshPainter implements Painter {
  private static final int BLOCK = 16_384;

  /// Beyond so many pixels a float is too coarse; such triangles are projected again, exactly.
  private static final double FAR_OUTSIDE = 1e5;

  private final Subject.Solid solid;
  private final Palette palette;
  private final Projector projector;
  private final double section;
  private final float[] x;
  private final float[] y;

  /// NaN where a vertex cannot be drawn as it is: behind the eye, above the section, far outside.
  private final float[] depth;

  MeshPainter(Subject.Solid solid, Palette palette, Projector projector) {
    this.solid = solid;
    this.palette = palette;
    this.projector = projector;
    section = solid.section().orElse(Double.POSITIVE_INFINITY);
    int vertices = solid.mesh().vertexCount();
    x = new float[vertices];
    y = new float[vertices];
    depth = new float[vertices];
  }

  @Override
  public void draw(Workers workers, VisibilityBuffer[] buffers) {
    workers.each(x.length, BLOCK, (_, from, to) -> project(from, to));
    Mesh mesh = solid.mesh();
    workers.each(
        mesh.triangleCount(),
        BLOCK,
        (worker, from, to) -> {
          Clipper clipper = new Clipper(projector, section);
          int[] triangles = mesh.triangles();
          for (int facet = from; facet < to; facet++) {
            draw(buffers[worker], clipper, triangles, facet, facet);
          }
        });
  }

  /// Draws facets, under their place in the array, over an empty buffer. Vertices are projected
  /// already.
  void draw(VisibilityBuffer into, int[] facets) {
    Clipper clipper = new Clipper(projector, section);
    int[] triangles = solid.mesh().triangles();
    for (int i = 0; i < facets.length; i++) {
      draw(into, clipper, triangles, facets[i], i);
    }
  }

  @Override
  public MeshSurfaces surfaces() {
    return new MeshSurfaces();
  }

  private void project(int from, int to) {
    float[] positions = solid.mesh().positions();
    for (int vertex = from; vertex < to; vertex++) {
      double worldX = positions[3 * vertex];
      double worldY = positions[3 * vertex + 1];
      double worldZ = positions[3 * vertex + 2];
      double ahead = projector.ahead(worldX, worldY, worldZ);
      double magnified = projector.magnified(ahead);
      double pixelX = projector.pixelX(projector.across(worldX, worldY), magnified);
      double pixelY = projector.pixelY(projector.above(worldX, worldY, worldZ), magnified);
      boolean plain =
          ahead >= projector.near()
              && worldZ <= section
              && Math.abs(pixelX) < FAR_OUTSIDE
              && Math.abs(pixelY) < FAR_OUTSIDE;
      x[vertex] = (float) pixelX;
      y[vertex] = (float) pixelY;
      depth[vertex] = plain ? (float) projector.depth(ahead) : Float.NaN;
    }
  }

  private void draw(VisibilityBuffer into, Clipper clipper, int[] triangles, int facet, int id) {
    int a = triangles[3 * facet];
    int b = triangles[3 * facet + 1];
    int c = triangles[3 * facet + 2];
    float depthA = depth[a];
    float depthB = depth[b];
    float depthC = depth[c];
    if (Float.isNaN(depthA + depthB + depthC)) {
      if (!allAbove(a, b, c)) {
        clipper.triangle(into, id, solid.mesh().positions(), a, b, c);
      }
      return;
    }
    into.triangle(id, x[a], y[a], depthA, x[b], y[b], depthB, x[c], y[c], depthC);
  }

  private boolean allAbove(int a, int b, int c) {
    float[] positions = solid.mesh().positions();
    return positions[3 * a + 2] > section
        && positions[3 * b + 2] > section
        && positions[3 * c + 2] > section;
  }

  /// Flat facets, each in the colour of its part.
  final class MeshSurfaces extends Surfaces {
    /// How dark the back of a facet is, where an open mesh lets one see it.
    private static final double INSIDE = 0.72;

    private final float[] positions = solid.mesh().positions();
    private final int[] triangles = solid.mesh().triangles();
    private final FacetNormal normal = new FacetNormal(solid.mesh());
    private final int[] starts;
    private final int[] colours;

    private MeshSurfaces() {
      List<MeshPart> parts = solid.mesh().parts();
      starts = parts.stream().mapToInt(MeshPart::firstTriangle).toArray();
      colours =
          parts.stream()
              .mapToInt(part -> 0xff000000 | part.colour().orElse(palette.part()))
              .toArray();
    }

    @Override
    void at(int id) {
      boolean front = orient(id);
      flat = !front && section != Double.POSITIVE_INFINITY;
      if (flat) {
        colour = palette.cut();
      } else {
        colour = front ? partColour(id) : Colour.lit(partColour(id), INSIDE);
      }
    }

    @Override
    boolean lined() {
      return true;
    }

    @Override
    int item(int id) {
      return id;
    }

    /// Sets the normal towards the eye; says whether that is the outside.
    boolean orient(int facet) {
      int a = 3 * triangles[3 * facet];
      normal.of(facet);
      double length = normal.length();
      boolean front =
          projector.seesFront(
              positions[a], positions[a + 1], positions[a + 2], normal.x(), normal.y(), normal.z());
      double by = length == 0 ? 0 : front ? 1 / length : -1 / length;
      normalX = normal.x() * by;
      normalY = normal.y() * by;
      normalZ = normal.z() * by;
      return front;
    }

    private int partColour(int facet) {
      if (starts.length == 0) {
        return palette.part();
      }
      int found = Arrays.binarySearch(starts, facet);
      return colours[Math.max(0, found >= 0 ? found : -found - 2)];
    }
  }
}

package touchmark.ui.preview;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import touchmark.app.mesh.Mesh;

/// A run of facets small enough for one `TriangleMesh`. JavaFX gives every flat facet three
/// vertices of its own and counts them in 16 bits.
///
/// @param firstFacet of the mesh
/// @param facets how many
record MeshChunk(Mesh mesh, int firstFacet, int facets) {
  /// Most flat facets whose vertices fit 16 bits.
  static final int MOST_FACETS = 21_800;

  /// The whole mesh in chunks.
  static List<MeshChunk> of(Mesh mesh) {
    int count = mesh.triangleCount();
    return IntStream.range(0, Math.ceilDiv(count, MOST_FACETS))
        .map(chunk -> chunk * MOST_FACETS)
        .mapToObj(from -> new MeshChunk(mesh, from, Math.min(MOST_FACETS, count - from)))
        .toList();
  }

  /// The vertices that the facets use, in the order of their number in the mesh, each once.
  int[] vertices() {
    return Arrays.stream(mesh.triangles(), 3 * firstFacet, 3 * (firstFacet + facets))
        .sorted()
        .distinct()
        .toArray();
  }

  /// x, y, z of each of these vertices.
  float[] points(int[] vertices) {
    float[] points = new float[3 * vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      System.arraycopy(mesh.positions(), 3 * vertices[i], points, 3 * i, 3);
    }
    return points;
  }

  /// Point and texture index of every corner, for `VertexFormat.POINT_TEXCOORD`.
  ///
  /// @param colours texture index of every facet of the mesh
  int[] faces(int[] vertices, FacetColours colours) {
    int[] faces = new int[6 * facets];
    int[] triangles = mesh.triangles();
    for (int i = 0; i < 3 * facets; i++) {
      faces[2 * i] = Arrays.binarySearch(vertices, triangles[3 * firstFacet + i]);
      faces[2 * i + 1] = colours.of(firstFacet + i / 3);
    }
    return faces;
  }
}

package touchmark.app.mesh;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Sorts some facets of a mesh into groups that hang together: by a common vertex, or because they
/// were said to. Used by one thread at a time.
public final class FacetRegions {
  private final int[] triangles;
  private final int vertices;
  private final Groups groups;

  public FacetRegions(Mesh mesh) {
    triangles = mesh.triangles();
    vertices = mesh.vertexCount();
    groups = new Groups(mesh.triangleCount());
  }

  /// Says that two facets belong together.
  public void join(int one, int other) {
    groups.join(one, other);
  }

  /// The groups of some facets, by their first facets.
  ///
  /// @param facets in rising order
  public List<int[]> of(int[] facets) {
    if (facets.length == 0) {
      return List.of();
    }
    int[] ofVertex = new int[vertices];
    Arrays.fill(ofVertex, -1);
    for (int facet : facets) {
      for (int corner = 3 * facet; corner < 3 * facet + 3; corner++) {
        int vertex = triangles[corner];
        if (ofVertex[vertex] < 0) {
          ofVertex[vertex] = facet;
        } else {
          groups.join(facet, ofVertex[vertex]);
        }
      }
    }
    int[] labels = new int[triangles.length / 3];
    Arrays.fill(labels, -1);
    int count = 0;
    int[] ofGroup = new int[labels.length];
    Arrays.fill(ofGroup, -1);
    for (int facet : facets) {
      int group = groups.find(facet);
      if (ofGroup[group] < 0) {
        ofGroup[group] = count++;
      }
      labels[facet] = ofGroup[group];
    }
    Patches patches = new Patches(labels, count);
    return IntStream.range(0, count).mapToObj(patches::facets).toList();
  }
}

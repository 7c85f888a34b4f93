package touchmark.app.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sorts some facets of a mesh into groups that hang together: by a common vertex, or because they
/// were said to. Used by one thread at a time.
public final class FacetRegions {
  private final int[] triangles;
  private final Groups groups;

  public FacetRegions(Mesh mesh) {
    triangles = mesh.triangles();
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
    Map<Integer, Integer> ofVertex = new HashMap<>();
    for (int facet : facets) {
      for (int corner = 3 * facet; corner < 3 * facet + 3; corner++) {
        Integer other = ofVertex.putIfAbsent(triangles[corner], facet);
        if (other != null) {
          groups.join(facet, other);
        }
      }
    }
    Map<Integer, Integer> places = new HashMap<>();
    List<int[]> regions = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (int facet : facets) {
      int place = places.computeIfAbsent(groups.find(facet), _ -> regions.size());
      if (place == regions.size()) {
        regions.add(new int[4]);
        counts.add(0);
      }
      int count = counts.get(place);
      if (count == regions.get(place).length) {
        regions.set(place, Arrays.copyOf(regions.get(place), 2 * count));
      }
      regions.get(place)[count] = facet;
      counts.set(place, count + 1);
    }
    for (int i = 0; i < regions.size(); i++) {
      regions.set(i, Arrays.copyOf(regions.get(i), counts.get(i)));
    }
    return regions;
  }
}

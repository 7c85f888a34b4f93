package touchmark.app.mesh;

import java.util.Arrays;

/// Which patch of a surface each facet belongs to.
///
/// @param ofFacet counted from 0 by first facet; -1 for facets that belong to none
public record Patches(int[] ofFacet, int count) {
  /// Whether a facet belongs to a patch.
  public boolean has(int patch, int facet) {
    return ofFacet[facet] == patch;
  }

  /// The facets of each patch in turn, as they come in the file.
  public Members members() {
    int[] starts = new int[count + 2];
    for (int patch : ofFacet) {
      if (patch >= 0) {
        starts[patch + 2]++;
      }
    }
    for (int i = 2; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] facets = new int[starts[count + 1]];
    for (int facet = 0; facet < ofFacet.length; facet++) {
      if (ofFacet[facet] >= 0) {
        facets[starts[ofFacet[facet] + 1]++] = facet;
      }
    }
    return new Members(starts, facets);
  }

  /// The facets of each patch: those of patch `p` stand from `starts[p]` to before `starts[p + 1]`.
  public record Members(int[] starts, int[] facets) {
    /// How many facets a patch has.
    public int count(int patch) {
      return starts[patch + 1] - starts[patch];
    }

    /// A copy of the facets of a patch.
    public int[] of(int patch) {
      return Arrays.copyOfRange(facets, starts[patch], starts[patch + 1]);
    }
  }
}

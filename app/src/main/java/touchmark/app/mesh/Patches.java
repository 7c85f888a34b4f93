package touchmark.app.mesh;

import java.util.Arrays;

/// Which patch of a surface each facet belongs to. Patches are counted from 0 by first facet.
public final class Patches {
  private final int[] ofFacet;
  private final int count;

  /// Where the facets of each patch begin in [#facets]; one more stands for the end.
  private final int[] starts;

  private final int[] facets;

  /// @param ofFacet the patch of each facet, -1 for facets that belong to none; not copied
  Patches(int[] ofFacet, int count) {
    this.ofFacet = ofFacet;
    this.count = count;
    this.starts = new int[count + 2];
    for (int patch : ofFacet) {
      if (patch >= 0) {
        starts[patch + 2]++;
      }
    }
    for (int i = 2; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    this.facets = new int[starts[count + 1]];
    for (int facet = 0; facet < ofFacet.length; facet++) {
      if (ofFacet[facet] >= 0) {
        facets[starts[ofFacet[facet] + 1]++] = facet;
      }
    }
  }

  /// How many patches.
  public int count() {
    return count;
  }

  /// The patch of a facet, -1 for none.
  public int of(int facet) {
    return ofFacet[facet];
  }

  /// The facets of a patch as they come in the file.
  public int[] facets(int patch) {
    return Arrays.copyOfRange(facets, starts[patch], starts[patch + 1]);
  }

  /// The facets of all patches.
  public int[] facets() {
    return facets.clone();
  }
}

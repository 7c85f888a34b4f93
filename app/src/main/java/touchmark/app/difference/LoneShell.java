package touchmark.app.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.FacetNormal;
import touchmark.app.mesh.FacetRegions;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.Mesh;

/// A shell of one mesh that has no facet in common with the other.
///
/// @param volume signed, in the unit of its mesh
/// @param box in the unit of its mesh
/// @param facets of its mesh, at least one
@SuppressWarnings("ArrayRecordComponent") // never compared
record LoneShell(double volume, Box box, Facets facets) {
  /// Shells whose boxes differ by less than this part of their diagonals are one shell that
  /// changed.
  private static final double CHANGED = 0.1;

  /// So many on either side are compared each with each.
  private static final int MOST_PAIRED = 1_024;

  /// The shells that hang together among some facets, and with no others; the largest first.
  ///
  /// @param lone facets that the other mesh does not have, in rising order
  static List<LoneShell> of(Mesh mesh, int[] lone) {
    boolean[] shared = new boolean[mesh.vertexCount()];
    int next = 0;
    for (int facet = 0; facet < mesh.triangleCount(); facet++) {
      if (next < lone.length && lone[next] == facet) {
        next++;
      } else {
        for (int corner = 3 * facet; corner < 3 * facet + 3; corner++) {
          shared[mesh.triangles()[corner]] = true;
        }
      }
    }
    List<LoneShell> shells = new ArrayList<>();
    for (int[] region : new FacetRegions(mesh).of(lone)) {
      if (standsAlone(mesh, region, shared)) {
        shells.add(new LoneShell(volume(mesh, region), mesh.boundsOf(region), Facets.of(region)));
      }
    }
    shells.sort(Comparator.comparingDouble((LoneShell shell) -> -Math.abs(shell.volume)));
    return shells;
  }

  private static boolean standsAlone(Mesh mesh, int[] region, boolean[] shared) {
    for (int facet : region) {
      for (int corner = 3 * facet; corner < 3 * facet + 3; corner++) {
        if (shared[mesh.triangles()[corner]]) {
          return false;
        }
      }
    }
    return true;
  }

  /// Summed from a corner of the shell, for precision.
  private static double volume(Mesh mesh, int[] region) {
    FacetNormal normal = new FacetNormal(mesh);
    double[] origin = new double[9];
    double[] corners = new double[9];
    mesh.copyCorners(region[0], origin);
    double sum = 0;
    for (int facet : region) {
      mesh.copyCorners(facet, corners);
      normal.of(facet);
      sum +=
          (corners[0] - origin[0]) * normal.x()
              + (corners[1] - origin[1]) * normal.y()
              + (corners[2] - origin[2]) * normal.z();
    }
    return sum / 6;
  }

  /// Takes those out of both lists that are one shell, changed.
  ///
  /// @param scale units of the first in one unit of the second
  static void pair(List<LoneShell> first, List<LoneShell> second, double scale) {
    if (first.size() > MOST_PAIRED || second.size() > MOST_PAIRED) {
      return;
    }
    for (LoneShell shell : List.copyOf(second)) {
      Box box = Boxes.scaled(shell.box, scale);
      first.stream()
          .filter(
              other ->
                  Boxes.distance(other.box, box)
                      <= CHANGED * Math.max(other.box.diagonal(), box.diagonal()))
          .min(Comparator.comparingDouble(other -> Boxes.distance(other.box, box)))
          .ifPresent(
              other -> {
                first.remove(other);
                second.remove(shell);
              });
    }
  }
}

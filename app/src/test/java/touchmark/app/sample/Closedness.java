package touchmark.app.sample;

import java.util.HashMap;
import java.util.Map;
import touchmark.app.mesh.Mesh;

/// Plain counts over a mesh, written apart from the inspection that it helps to check.
final class Closedness {
  private Closedness() {}

  /// Edges that are not drawn once in each direction.
  static long badEdges(Mesh mesh) {
    Map<Long, Integer> drawn = new HashMap<>();
    int[] corners = mesh.triangles();
    for (int at = 0; at < corners.length; at += 3) {
      for (int i = 0; i < 3; i++) {
        long from = corners[at + i];
        long to = corners[at + (i + 1) % 3];
        drawn.merge(from << 32 | to, 1, Integer::sum);
      }
    }
    return drawn.entrySet().stream()
        .filter(
            edge ->
                edge.getValue() != 1
                    || !drawn.containsKey(edge.getKey() << 32 | edge.getKey() >>> 32))
        .count();
  }

  /// Signed, positive for a solid whose facets look outward.
  static double volume(Mesh mesh) {
    double six = 0;
    float[] p = mesh.positions();
    int[] corners = mesh.triangles();
    for (int at = 0; at < corners.length; at += 3) {
      int a = 3 * corners[at];
      int b = 3 * corners[at + 1];
      int c = 3 * corners[at + 2];
      six +=
          p[a] * ((double) p[b + 1] * p[c + 2] - (double) p[b + 2] * p[c + 1])
              + p[a + 1] * ((double) p[b + 2] * p[c] - (double) p[b] * p[c + 2])
              + p[a + 2] * ((double) p[b] * p[c + 1] - (double) p[b + 1] * p[c]);
    }
    return six / 6;
  }

  /// Shells, joined over vertices.
  static long shells(Mesh mesh) {
    int[] group = new int[mesh.vertexCount()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    int[] corners = mesh.triangles();
    for (int at = 0; at < corners.length; at += 3) {
      group[root(group, corners[at])] = root(group, corners[at + 1]);
      group[root(group, corners[at + 1])] = root(group, corners[at + 2]);
    }
    long roots = 0;
    for (int i = 0; i < group.length; i++) {
      roots += group[i] == i ? 1 : 0;
    }
    return roots;
  }

  private static int root(int[] group, int vertex) {
    int at = vertex;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }
}

package touchmark.app.mesh;

/// Whether two facets pass through each other: an edge of one goes through the inside of the other,
/// or through an edge of it and on to the far side of both facets that meet there. Facets that only
/// touch, in a point, along an edge or flat upon each other, do not pass through; nor do neighbours
/// along an edge.
final class FacetCrossing {
  private final float[] positions;
  private final int[] triangles;
  private final EdgeSurvey edges;

  FacetCrossing(Mesh mesh, EdgeSurvey edges) {
    this.positions = mesh.positions();
    this.triangles = mesh.triangles();
    this.edges = edges;
  }

  /// Asks of two facets, neither of which names a vertex twice.
  boolean crosses(int one, int other) {
    int shared = 0;
    for (int i = 3 * one; i < 3 * one + 3; i++) {
      for (int k = 3 * other; k < 3 * other + 3; k++) {
        if (triangles[i] == triangles[k]) {
          shared++;
        }
      }
    }
    return shared < 2 && (pierces(one, other, shared == 0) || pierces(other, one, shared == 0));
  }

  /// Whether an edge of one facet goes through another.
  ///
  /// @param apart whether they have no vertex in common
  private boolean pierces(int piercing, int pierced, boolean apart) {
    int p = 3 * triangles[3 * piercing];
    int q = 3 * triangles[3 * piercing + 1];
    int r = 3 * triangles[3 * piercing + 2];
    int sideP = side(pierced, p);
    int sideQ = side(pierced, q);
    int sideR = side(pierced, r);
    return (sideP * sideQ < 0 && goesThrough(p, q, pierced, apart))
        || (sideQ * sideR < 0 && goesThrough(q, r, pierced, apart))
        || (sideR * sideP < 0 && goesThrough(r, p, pierced, apart));
  }

  private int side(int facet, int point) {
    int a = 3 * triangles[3 * facet];
    int b = 3 * triangles[3 * facet + 1];
    int c = 3 * triangles[3 * facet + 2];
    return point == a || point == b || point == c ? 0 : Orientation.of(positions, a, b, c, point);
  }

  /// Of an edge whose ends lie on both sides of the plane of a facet.
  private boolean goesThrough(int p, int q, int facet, boolean apart) {
    int way = 0;
    int onEdge = -1;
    for (int i = 0; i < 3; i++) {
      int from = 3 * triangles[3 * facet + i];
      int to = 3 * triangles[3 * facet + (i + 1) % 3];
      int turn = Orientation.of(positions, p, q, from, to);
      if (turn == 0) {
        if (onEdge >= 0 || !apart) {
          return false;
        }
        onEdge = i;
      } else if (turn * way < 0) {
        return false;
      } else {
        way = turn;
      }
    }
    return onEdge < 0 || goesOn(p, q, facet, edges.across(facet, onEdge));
  }

  /// Whether an edge that meets the edge between two facets goes through both the same way.
  private boolean goesOn(int p, int q, int facet, int neighbour) {
    return neighbour >= 0
        && side(facet, p) == side(neighbour, p)
        && side(facet, q) == side(neighbour, q);
  }
}

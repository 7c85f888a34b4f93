package touchmark.app.mesh;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Which facets meet at which edges, and the patches that they form. Facets that name a vertex
/// twice are collapsed to a line and have no part in it.
///
/// There are two ways to patch facets together. *Shells* are joined over every edge, as printing
/// programs count them. *Pieces* are joined only over edges where exactly two facets meet, so that
/// a cavity that touches the outer surface along an edge is still a piece of its own.
public final class EdgeSurvey {
  private static final int VERTICES_AT_ONCE = 1 << 14;

  private final int[] triangles;

  /// Where the half-edges of a vertex, the smaller of their two, begin in [#halfEdges].
  private final int[] starts;

  /// `larger vertex << 32 | half-edge`, sorted for each smaller vertex. Half-edge `3 f + i` runs
  /// from corner `i` of facet `f` to the next corner.
  private final long[] halfEdges;

  private final Patches pieces;
  private final Patches shells;
  private final BitSet closedPieces = new BitSet();
  private final BitSet open = new BitSet();
  private final BitSet crowded = new BitSet();
  private final BitSet turned = new BitSet();
  private final BitSet repeated = new BitSet();
  private int openEdges;
  private int nonManifoldEdges;

  /// Surveys a mesh; time and memory in proportion to its facets.
  public EdgeSurvey(Mesh mesh) {
    triangles = mesh.triangles();
    starts = new int[mesh.vertexCount() + 2];
    halfEdges = collect();
    sort(mesh.vertexCount());
    Groups groups = new Groups(mesh.triangleCount());
    eachEdge((from, to) -> survey(from, to, groups));
    pieces = patches(groups);
    if (nonManifoldEdges > 0) {
      eachEdge((from, to) -> join(from, to, groups));
      shells = patches(groups);
    } else {
      shells = pieces;
    }
    closedPieces.set(0, pieces.count());
    if (openEdges > 0 || nonManifoldEdges > 0 || !turned.isEmpty()) {
      eachEdge(this::balance);
    }
  }

  /// Patches joined over every edge.
  public Patches shells() {
    return shells;
  }

  /// Patches joined where exactly two facets meet.
  public Patches pieces() {
    return pieces;
  }

  /// Whether a piece bounds a volume: along each edge its facets run as often one way as the other.
  public boolean isClosed(int piece) {
    return closedPieces.get(piece);
  }

  /// Edges with one facet.
  public int openEdges() {
    return openEdges;
  }

  /// Edges with three facets or more.
  public int nonManifoldEdges() {
    return nonManifoldEdges;
  }

  /// Facets with an edge that no other facet has.
  public int[] openFacets() {
    return open.stream().toArray();
  }

  /// Facets with an edge that two other facets or more have too.
  public int[] crowdedFacets() {
    return crowded.stream().toArray();
  }

  /// Facets that face the other way than the one neighbour across an edge.
  public int[] turnedFacets() {
    return turned.stream().toArray();
  }

  /// Facets with the same three vertices as one that comes before.
  public int[] repeatedFacets() {
    return repeated.stream().toArray();
  }

  /// Whether a facet names one vertex twice.
  public boolean isCollapsed(int facet) {
    int a = triangles[3 * facet];
    int b = triangles[3 * facet + 1];
    int c = triangles[3 * facet + 2];
    return a == b || b == c || c == a;
  }

  /// The one facet on the other side of an edge.
  ///
  /// @param corner where the edge begins, 0 to 2; it runs to the next corner
  /// @return -1 where there is none, or more than one
  public int across(int facet, int corner) {
    int halfEdge = 3 * facet + corner;
    int smaller = Math.min(from(halfEdge), to(halfEdge));
    long key = (long) Math.max(from(halfEdge), to(halfEdge)) << 32;
    int end = starts[smaller + 1];
    int first = Arrays.binarySearch(halfEdges, starts[smaller], end, key);
    first = first < 0 ? -first - 1 : first;
    boolean two =
        first + 1 < end
            && halfEdges[first + 1] >>> 32 == key >>> 32
            && (first + 2 == end || halfEdges[first + 2] >>> 32 != key >>> 32);
    if (!two) {
      return -1;
    }
    return facet(first) == facet ? facet(first + 1) : facet(first);
  }

  private long[] collect() {
    for (int facet = 0; facet < triangles.length / 3; facet++) {
      if (!isCollapsed(facet)) {
        for (int i = 0; i < 3; i++) {
          starts[Math.min(from(3 * facet + i), to(3 * facet + i)) + 2]++;
        }
      }
    }
    for (int i = 2; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    long[] collected = new long[starts[starts.length - 1]];
    for (int facet = 0; facet < triangles.length / 3; facet++) {
      if (!isCollapsed(facet)) {
        for (int halfEdge = 3 * facet; halfEdge < 3 * facet + 3; halfEdge++) {
          int from = from(halfEdge);
          int to = to(halfEdge);
          collected[starts[Math.min(from, to) + 1]++] = (long) Math.max(from, to) << 32 | halfEdge;
        }
      }
    }
    return collected;
  }

  private void sort(int vertices) {
    int runs = (vertices + VERTICES_AT_ONCE - 1) / VERTICES_AT_ONCE;
    IntStream.range(0, runs)
        .parallel()
        .forEach(
            run -> {
              int end = Math.min(vertices, (run + 1) * VERTICES_AT_ONCE);
              for (int vertex = run * VERTICES_AT_ONCE; vertex < end; vertex++) {
                Arrays.sort(halfEdges, starts[vertex], starts[vertex + 1]);
              }
            });
  }

  /// Shows each edge as the run of its half-edges.
  private void eachEdge(EdgeVisitor visitor) {
    for (int vertex = 0; vertex + 2 < starts.length; vertex++) {
      int end = starts[vertex + 1];
      int from = starts[vertex];
      while (from < end) {
        int to = from + 1;
        while (to < end && halfEdges[to] >>> 32 == halfEdges[from] >>> 32) {
          to++;
        }
        visitor.edge(from, to);
        from = to;
      }
    }
  }

  private void survey(int from, int to, Groups groups) {
    int facets = to - from;
    if (facets == 1) {
      openEdges++;
      open.set(facet(from));
    } else if (facets == 2) {
      groups.join(facet(from), facet(from + 1));
      if (isForward(from) == isForward(from + 1)) {
        turned.set(facet(from));
        turned.set(facet(from + 1));
      }
      if (opposite(from) == opposite(from + 1)) {
        repeated.set(Math.max(facet(from), facet(from + 1)));
      }
    } else {
      nonManifoldEdges++;
      surveyCrowded(from, to);
    }
  }

  private void surveyCrowded(int from, int to) {
    long[] byThirdVertex = new long[to - from];
    for (int i = from; i < to; i++) {
      crowded.set(facet(i));
      byThirdVertex[i - from] = (long) opposite(i) << 32 | facet(i);
    }
    Arrays.sort(byThirdVertex);
    for (int i = 1; i < byThirdVertex.length; i++) {
      if (byThirdVertex[i] >>> 32 == byThirdVertex[i - 1] >>> 32) {
        repeated.set((int) byThirdVertex[i]);
      }
    }
  }

  private void join(int from, int to, Groups groups) {
    for (int i = from + 1; i < to; i++) {
      groups.join(facet(from), facet(i));
    }
  }

  private void balance(int from, int to) {
    if (to - from == 1) {
      closedPieces.clear(pieces.of(facet(from)));
    } else if (to - from == 2) {
      if (isForward(from) == isForward(from + 1)) {
        closedPieces.clear(pieces.of(facet(from)));
      }
    } else {
      balanceCrowded(from, to);
    }
  }

  private void balanceCrowded(int from, int to) {
    long[] byPiece = new long[to - from];
    for (int i = from; i < to; i++) {
      byPiece[i - from] = (long) pieces.of(facet(i)) << 1 | (isForward(i) ? 1 : 0);
    }
    Arrays.sort(byPiece);
    int balance = 0;
    for (int i = 0; i < byPiece.length; i++) {
      balance += (byPiece[i] & 1) == 1 ? 1 : -1;
      boolean last = i + 1 == byPiece.length || byPiece[i + 1] >> 1 != byPiece[i] >> 1;
      if (last) {
        if (balance != 0) {
          closedPieces.clear((int) (byPiece[i] >> 1));
        }
        balance = 0;
      }
    }
  }

  private Patches patches(Groups groups) {
    int[] labels = new int[triangles.length / 3];
    int count = 0;
    for (int facet = 0; facet < labels.length; facet++) {
      int first = groups.find(facet);
      if (isCollapsed(facet)) {
        labels[facet] = -1;
      } else {
        labels[facet] = first == facet ? count++ : labels[first];
      }
    }
    return new Patches(labels, count);
  }

  private int facet(int place) {
    return (int) halfEdges[place] / 3;
  }

  private boolean isForward(int place) {
    int halfEdge = (int) halfEdges[place];
    return from(halfEdge) < to(halfEdge);
  }

  /// The vertex of the facet that is not on the edge.
  private int opposite(int place) {
    int halfEdge = (int) halfEdges[place];
    int corner = halfEdge % 3;
    return triangles[halfEdge - corner + (corner + 2) % 3];
  }

  private int from(int halfEdge) {
    return triangles[halfEdge];
  }

  private int to(int halfEdge) {
    return triangles[halfEdge % 3 == 2 ? halfEdge - 2 : halfEdge + 1];
  }

  @FunctionalInterface
  private interface EdgeVisitor {
    void edge(int from, int to);
  }
}

package touchmark.app.difference;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.NearestFacet;
import touchmark.app.mesh.TriangleTree;
import touchmark.ledger.Progress;

/// How far some facets of a surface lie from another surface, measured from their corners and,
/// where these lie on it, from their middles.
///
/// @param distance the largest, 0 when none is beyond the tolerance
/// @param x where that is
/// @param facets those with a place beyond the tolerance, in rising order
@SuppressWarnings("ArrayRecordComponent") // never compared
record Deviation(double distance, double x, double y, double z, Facets facets) {
  private static final int AT_ONCE = 4_096;

  static final Deviation NONE = new Deviation(0, 0, 0, 0, Facets.NONE);

  /// @param facets of `from`, in rising order
  /// @param tolerance distances up to this are none
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  static Deviation of(Mesh from, int[] facets, Mesh to, double tolerance, Progress progress) {
    if (facets.length == 0) {
      return NONE;
    }
    TriangleTree tree = new TriangleTree(to, IntStream.range(0, to.triangleCount()).toArray());
    return new Survey(from, facets, tree, tolerance, progress).result();
  }

  private static final class Survey {
    private final Mesh from;
    private final int[] facets;
    private final TriangleTree tree;
    private final double tolerance;
    private final Progress progress;

    /// Whether each vertex lies beyond the tolerance.
    private final boolean[] far;

    /// The farthest that anyone found so far, squared, as bits; a hint to those who search.
    private final AtomicLong farthest = new AtomicLong(Double.doubleToLongBits(0));

    Survey(Mesh from, int[] facets, TriangleTree tree, double tolerance, Progress progress) {
      this.from = from;
      this.facets = facets;
      this.tree = tree;
      this.tolerance = tolerance * tolerance;
      this.progress = progress;
      this.far = new boolean[from.vertexCount()];
    }

    Deviation result() {
      int[] vertices = vertices();
      double[] place = farthestOf(vertices.length, (near, i) -> vertex(near, vertices[i]));
      boolean[] beyond = new boolean[facets.length];
      double[] middle =
          farthestOf(
              facets.length,
              (near, i) -> {
                double[] found = facet(near, facets[i]);
                beyond[i] = found[0] > 0;
                return found;
              });
      double[] most = middle[0] > place[0] ? middle : place;
      int[] changed =
          IntStream.range(0, facets.length).filter(i -> beyond[i]).map(i -> facets[i]).toArray();
      return most[0] == 0
          ? NONE
          : new Deviation(Math.sqrt(most[0]), most[1], most[2], most[3], Facets.of(changed));
    }

    private int[] vertices() {
      boolean[] used = new boolean[from.vertexCount()];
      for (int facet : facets) {
        for (int corner = 3 * facet; corner < 3 * facet + 3; corner++) {
          used[from.triangles()[corner]] = true;
        }
      }
      return IntStream.range(0, used.length).filter(vertex -> used[vertex]).toArray();
    }

    /// @return the square of the distance and the place of the farthest of so many things
    private double[] farthestOf(int count, Question question) {
      return IntStream.range(0, (count + AT_ONCE - 1) / AT_ONCE)
          .parallel()
          .mapToObj(
              share -> {
                progress.reached(0, 0);
                NearestFacet near = tree.nearest();
                double[] most = new double[4];
                for (int i = share * AT_ONCE; i < Math.min(count, (share + 1) * AT_ONCE); i++) {
                  double[] found = question.ask(near, i);
                  most = found[0] > most[0] ? found : most;
                }
                return most;
              })
          .reduce(new double[4], (one, other) -> other[0] > one[0] ? other : one);
    }

    private double[] vertex(NearestFacet near, int vertex) {
      float[] p = from.positions();
      double[] found = ask(near, p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]);
      far[vertex] = found[0] > 0;
      return found;
    }

    /// Of a facet with a corner beyond the tolerance no more is asked: its corners were.
    private double[] facet(NearestFacet near, int facet) {
      int[] t = from.triangles();
      if (far[t[3 * facet]] || far[t[3 * facet + 1]] || far[t[3 * facet + 2]]) {
        return new double[] {Double.MIN_VALUE, 0, 0, 0};
      }
      double[] corners = new double[9];
      from.copyCorners(facet, corners);
      return ask(
          near,
          (corners[0] + corners[3] + corners[6]) / 3,
          (corners[1] + corners[4] + corners[7]) / 3,
          (corners[2] + corners[5] + corners[8]) / 3);
    }

    /// The square of the distance, exact only where it is the largest so far, and 0 within the
    /// tolerance; then the place.
    private double[] ask(NearestFacet near, double x, double y, double z) {
      if (near.isWithin(x, y, z, tolerance)) {
        return new double[4];
      }
      double most = Double.longBitsToDouble(farthest.get());
      double squared = near.distanceSquared(x, y, z, most);
      if (squared > most) {
        // the bits of positive numbers are in the order of the numbers
        farthest.accumulateAndGet(Double.doubleToLongBits(squared), Math::max);
      }
      return new double[] {squared, x, y, z};
    }
  }

  @FunctionalInterface
  private interface Question {
    double[] ask(NearestFacet near, int thing);
  }
}

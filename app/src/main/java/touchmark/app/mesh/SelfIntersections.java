package touchmark.app.mesh;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import touchmark.ledger.Progress;

/// Finds the facets of a mesh that pass through others of it, see [FacetCrossing].
public final class SelfIntersections {
  /// Pairs of facets near each other that are tested before the search gives up: a minute of work,
  /// and a hundred times what a surface has that is one.
  private static final long MOST_PAIRS = 400_000_000;

  private final FacetCrossing crossing;
  private final AtomicLong tested = new AtomicLong();
  private final BitSet found = new BitSet();
  private final List<int[]> regions;

  /// Searches at once.
  ///
  /// @param tree over all facets that do not name a vertex twice
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public SelfIntersections(Mesh mesh, EdgeSurvey edges, TriangleTree tree, Progress progress) {
    crossing = new FacetCrossing(mesh, edges);
    FacetRegions joined = new FacetRegions(mesh);
    tree.eachNear(
        () -> {
          progress.reached(0, 0);
          return new Search(joined);
        });
    regions = joined.of(found.stream().toArray());
  }

  /// The facets that pass through others, in groups that hang together.
  public List<int[]> regions() {
    return regions;
  }

  /// Whether all pairs of facets were tested; not of a mesh that lies upon itself many times.
  public boolean isComplete() {
    return tested.get() <= MOST_PAIRS;
  }

  /// One share of the work, on one thread.
  private final class Search implements TriangleTree.NearPairs {
    private final FacetRegions joined;
    private long own;

    Search(FacetRegions joined) {
      this.joined = joined;
    }

    @Override
    public void pair(int one, int other) {
      own++;
      if (crossing.crosses(one, other)) {
        synchronized (found) {
          found.set(one);
          found.set(other);
          joined.join(one, other);
        }
      }
    }

    @Override
    public boolean goesOn() {
      long all = tested.addAndGet(own);
      own = 0;
      return all <= MOST_PAIRS;
    }
  }
}

package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import touchmark.app.mesh.EdgeSurvey;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.PatchMeasures;
import touchmark.app.mesh.Patches;
import touchmark.app.mesh.RayTarget;
import touchmark.app.mesh.TriangleTree;
import touchmark.ledger.Progress;

/// Finds out for each closed piece of a surface whether it lies in material of the others. One that
/// faces inward there is an internal void; one that faces inward elsewhere is inside out; one that
/// faces outward inside a solid is a second solid in the same place.
///
/// The test counts signed crossings along several rays from several points *inside* the piece, so
/// that pieces which touch do not confuse it.
final class VoidSearch {
  /// Below this part of what its area could hold, a piece holds nothing.
  private static final double FLAT = 1e-9;

  /// So many pieces are tested against all facets one by one; for more a tree is made.
  private static final int MOST_SCANNED = 4;

  /// Rays may cross so many facets in all: a few seconds of work.
  private static final long MOST_CROSSINGS = 100_000_000;

  private final Progress progress;
  private final Supplier<TriangleTree> tree;
  private final LongAdder crossings = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final Mesh mesh;
  private final Patches pieces;
  private final PatchMeasures measures;
  private final EdgeSurvey survey;
  private final Map<Integer, TriangleTree> surroundings = new HashMap<>();

  private final List<InternalVoid> voids = new ArrayList<>();
  private final List<Integer> insideOut = new ArrayList<>();
  private final List<Integer> nested = new ArrayList<>();

  /// Searches at once.
  ///
  /// @param progress asked before each piece, on any thread
  /// @param tree makes a tree over the facets of all pieces, or has one
  VoidSearch(
      Mesh mesh,
      EdgeSurvey survey,
      PatchMeasures measures,
      Supplier<TriangleTree> tree,
      Progress progress) {
    this.progress = progress;
    this.tree = tree;
    this.mesh = mesh;
    this.survey = survey;
    this.pieces = survey.pieces();
    this.measures = measures;
    search();
  }

  /// The largest first.
  List<InternalVoid> voids() {
    return voids;
  }

  /// Closed pieces that face inward and lie in no material.
  List<Integer> insideOut() {
    return insideOut;
  }

  /// Closed pieces that face outward and lie wholly in the material of another.
  List<Integer> nested() {
    return nested;
  }

  /// How many pieces could not be asked, because there are too many shells around each other.
  int unsearched() {
    return skipped.intValue();
  }

  private void search() {
    int[] closed = IntStream.range(0, pieces.count()).filter(this::holdsSomething).toArray();
    BoxNesting boxes = new BoxNesting(measures);
    int[] doubtful = IntStream.of(closed).filter(boxes::mayLieInAnother).toArray();
    for (int piece : closed) {
      if (measures.volume(piece) < 0 && Arrays.binarySearch(doubtful, piece) < 0) {
        insideOut.add(piece);
      }
    }
    RayTarget target = doubtful.length > MOST_SCANNED ? tree.get() : RayTarget.scan(mesh);
    List<Optional<Nesting>> found =
        IntStream.of(doubtful).parallel().mapToObj(piece -> ask(piece, target)).toList();
    for (Optional<Nesting> answer : found) {
      progress.reached(0, 0);
      answer.ifPresent(this::sort);
    }
    voids.sort(Comparator.comparingDouble(InternalVoid::volume).reversed());
  }

  private Optional<Nesting> ask(int piece, RayTarget target) {
    progress.reached(0, 0);
    if (crossings.sum() > MOST_CROSSINGS) {
      skipped.increment();
      return Optional.empty();
    }
    NestingVote vote = new NestingVote(mesh, target, pieces, measures, piece);
    Optional<Nesting> answer = vote.ask();
    crossings.add(vote.crossings());
    return answer;
  }

  private void sort(Nesting nesting) {
    int piece = nesting.piece();
    boolean facesInward = measures.volume(piece) < 0;
    if (nesting.inMaterial()) {
      if (facesInward) {
        voids.add(internalVoid(nesting));
      } else {
        nested.add(piece);
      }
    } else if (facesInward) {
      insideOut.add(piece);
    }
  }

  private boolean holdsSomething(int piece) {
    double area = measures.area(piece);
    return survey.isClosed(piece)
        && Math.abs(measures.volume(piece)) > FLAT * area * Math.sqrt(area);
  }

  private InternalVoid internalVoid(Nesting nesting) {
    int[] facets = pieces.facets(nesting.piece());
    return new InternalVoid(
        -measures.volume(nesting.piece()),
        measures.box(nesting.piece()),
        depth(facets, nesting.surrounding()),
        Facets.of(facets));
  }

  /// Least distance from some facets to a piece. The tree is made of the fewer, until so many voids
  /// ask for one surrounding piece that a tree of it pays.
  private double depth(int[] facets, int surrounding) {
    if (voids.size() < MOST_SCANNED) {
      int[] around = pieces.facets(surrounding);
      return around.length > facets.length
          ? Math.sqrt(new TriangleTree(mesh, facets).distanceSquared(around))
          : Math.sqrt(new TriangleTree(mesh, around).distanceSquared(facets));
    }
    return Math.sqrt(
        surroundings
            .computeIfAbsent(surrounding, piece -> new TriangleTree(mesh, pieces.facets(piece)))
            .distanceSquared(facets));
  }
}

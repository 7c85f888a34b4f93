package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import touchmark.app.mesh.EdgeSurvey;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.PatchMeasures;
import touchmark.app.mesh.Patches;
import touchmark.app.mesh.TriangleTree;

/// Finds out for each closed piece of a surface whether it lies in material of the others. One that
/// faces inward there is an internal void; one that faces inward elsewhere is inside out; one that
/// faces outward inside a solid is a second solid in the same place.
///
/// The test counts signed crossings along several rays from several points *inside* the piece, so
/// that pieces which touch do not confuse it.
final class VoidSearch {
  /// Below this part of what its area could hold, a piece holds nothing.
  private static final double FLAT = 1e-9;

  private final Mesh mesh;
  private final Patches pieces;
  private final PatchMeasures measures;
  private final EdgeSurvey survey;
  private final TriangleTree tree;
  private final Map<Integer, TriangleTree> surroundings = new HashMap<>();

  private final List<InternalVoid> voids = new ArrayList<>();
  private final List<Integer> insideOut = new ArrayList<>();
  private final List<Integer> nested = new ArrayList<>();

  /// Searches at once.
  VoidSearch(Mesh mesh, EdgeSurvey survey, PatchMeasures measures) {
    this.mesh = mesh;
    this.survey = survey;
    this.pieces = survey.pieces();
    this.measures = measures;
    if (pieces.count() == 1) {
      this.tree = new TriangleTree(mesh, new int[0]);
      if (holdsSomething(0) && measures.volume(0) < 0) {
        insideOut.add(0);
      }
    } else {
      this.tree = new TriangleTree(mesh, pieces.facets());
      search();
    }
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

  private void search() {
    List<Optional<Nesting>> found =
        IntStream.range(0, pieces.count())
            .parallel()
            .filter(this::holdsSomething)
            .mapToObj(piece -> new NestingTest(mesh, tree, pieces, measures, piece).ask())
            .toList();
    for (Optional<Nesting> answer : found) {
      answer.ifPresent(this::sort);
    }
    voids.sort(Comparator.comparingDouble(InternalVoid::volume).reversed());
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

  /// Least distance from some facets to a piece.
  private double depth(int[] facets, int surrounding) {
    TriangleTree around =
        surroundings.computeIfAbsent(
            surrounding, piece -> new TriangleTree(mesh, pieces.facets(piece)));
    double[] corners = new double[9];
    double best = Double.POSITIVE_INFINITY;
    for (int facet : facets) {
      for (int i = 0; i < 9; i++) {
        corners[i] = mesh.positions()[3 * mesh.triangles()[3 * facet + i / 3] + i % 3];
      }
      best = around.distanceSquared(corners, best);
    }
    return Math.sqrt(best);
  }
}

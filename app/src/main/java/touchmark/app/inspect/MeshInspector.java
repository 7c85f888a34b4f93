package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.EdgeSurvey;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.PatchMeasures;
import touchmark.app.mesh.SelfIntersections;
import touchmark.app.mesh.TriangleTree;
import touchmark.ledger.Progress;

/// Inspects one mesh: is its surface closed, does it face outward, does it hide a cavity?
final class MeshInspector {
  private static final int STEPS = 4;

  /// Findings of one code that are told one by one, each with its place.
  static final int MOST_TOLD = 4_096;

  private final Mesh mesh;
  private final LengthUnit unit;
  private final EdgeSurvey survey;
  private final PatchMeasures pieces;
  private final VoidSearch search;
  private final List<Finding> findings = new ArrayList<>();

  private @Nullable TriangleTree tree;

  /// Inspects at once, for what every inspection looks for.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  MeshInspector(Mesh mesh, Progress progress) {
    this(mesh, InspectionOptions.STANDARD, progress);
  }

  /// Inspects at once.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  MeshInspector(Mesh mesh, InspectionOptions options, Progress progress) {
    this.mesh = mesh;
    this.unit = mesh.unit();
    progress.reached(0, STEPS);
    this.survey = new EdgeSurvey(mesh);
    progress.reached(1, STEPS);
    this.pieces = new PatchMeasures(mesh, survey.pieces());
    progress.reached(2, STEPS);
    this.search = new VoidSearch(mesh, survey, pieces, this::tree, progress);
    progress.reached(3, STEPS);
    findVoids();
    findNested();
    findInsideOut();
    findBadEdges();
    if (options.selfIntersections()) {
      findSelfIntersections(progress);
    }
    options.thinnestWall().ifPresent(wall -> findThinWalls(wall, progress));
    options.buildVolume().ifPresent(this::findTooLarge);
    findBadFacets();
    progress.reached(STEPS, STEPS);
  }

  private TriangleTree tree() {
    TriangleTree made = tree == null ? new TriangleTree(mesh, survey.pieces().facets()) : tree;
    tree = made;
    return made;
  }

  /// The weightiest first.
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  MeshFacts facts() {
    return new MeshFacts(
        mesh.triangleCount(),
        mesh.vertexCount(),
        survey.shells().count(),
        survey.openEdges(),
        survey.nonManifoldEdges(),
        degenerateFacets().length,
        search.voids(),
        pieces.totalVolume(),
        pieces.totalArea(),
        mesh.bounds(),
        unit);
  }

  private void findVoids() {
    if (search.unsearched() > 0) {
      add(
          FindingCodes.VOIDS_NOT_SEARCHED,
          Severity.CAUTION,
          "too many shells lie around each other: "
              + Quantities.count(search.unsearched(), "closed piece was", "closed pieces were")
              + " not searched for voids");
    }
    List<InternalVoid> voids = search.voids();
    told(voids).forEach(this::tellVoid);
    addRest(
        FindingCodes.INTERNAL_VOID,
        voids,
        "more internal void",
        "more internal voids",
        internalVoid -> internalVoid.facets().indices());
  }

  private void tellVoid(InternalVoid internalVoid) {
    String depth =
        internalVoid.depth() > 0
            ? Quantities.length(internalVoid.depth(), unit) + " below the surface"
            : "touching the surface";
    add(
        FindingCodes.INTERNAL_VOID,
        Severity.CAUTION,
        "an internal void of "
            + Quantities.volume(internalVoid.volume(), unit)
            + " at "
            + Quantities.place(internalVoid.box())
            + ", "
            + depth,
        internalVoid.box(),
        internalVoid.facets());
  }

  private void findNested() {
    for (int piece : told(search.nested())) {
      add(
          FindingCodes.NESTED_SOLID,
          Severity.CAUTION,
          "a solid of "
              + Quantities.volume(pieces.volume(piece), unit)
              + " at "
              + Quantities.place(pieces.box(piece))
              + " lies inside another; some slicers leave a cavity there",
          pieces.box(piece),
          Facets.of(survey.pieces().facets(piece)));
    }
    addRest(
        FindingCodes.NESTED_SOLID,
        search.nested(),
        "more solid that lies inside another",
        "more solids that lie inside another",
        this::facetsOf);
  }

  private void findInsideOut() {
    for (int piece : told(search.insideOut())) {
      add(
          FindingCodes.FLIPPED_SHELL,
          Severity.CAUTION,
          "a shell of "
              + Quantities.volume(-pieces.volume(piece), unit)
              + " at "
              + Quantities.place(pieces.box(piece))
              + " is inside out",
          pieces.box(piece),
          Facets.of(survey.pieces().facets(piece)));
    }
    addRest(
        FindingCodes.FLIPPED_SHELL,
        search.insideOut(),
        "more shell that is inside out",
        "more shells that are inside out",
        this::facetsOf);
    int[] turned = survey.turnedFacets();
    if (turned.length > 0) {
      add(
          FindingCodes.TURNED_FACETS,
          Severity.CAUTION,
          Quantities.count(turned.length, "facet faces", "facets face")
              + " the other way than a neighbour",
          turned);
    }
  }

  private void findBadEdges() {
    if (survey.openEdges() > 0) {
      add(
          FindingCodes.OPEN_EDGES,
          Severity.CAUTION,
          Quantities.count(survey.openEdges(), "open edge", "open edges")
              + ": the surface is not closed",
          survey.openFacets());
    }
    if (survey.nonManifoldEdges() > 0) {
      add(
          FindingCodes.NON_MANIFOLD_EDGES,
          Severity.CAUTION,
          Quantities.count(survey.nonManifoldEdges(), "edge", "edges")
              + " with more than two facets: inside and outside cannot be told there",
          survey.crowdedFacets());
    }
  }

  private void findSelfIntersections(Progress progress) {
    SelfIntersections search = new SelfIntersections(mesh, survey, tree(), progress);
    for (int[] region : told(search.regions())) {
      Box box = mesh.boundsOf(region);
      add(
          FindingCodes.SELF_INTERSECTION,
          Severity.CAUTION,
          Quantities.count(region.length, "facet passes", "facets pass")
              + " through each other at "
              + Quantities.place(box),
          box,
          Facets.of(region));
    }
    addRest(
        FindingCodes.SELF_INTERSECTION,
        search.regions(),
        "more place where facets pass through each other",
        "more places where facets pass through each other",
        IntStream::of);
    if (!search.isComplete()) {
      add(
          FindingCodes.SELF_INTERSECTION,
          Severity.CAUTION,
          "the surface lies upon itself so often that not all of it was searched");
    }
  }

  private void findThinWalls(double millimetres, Progress progress) {
    double thinnest = millimetres / unit.millimetres();
    List<ThinWall> walls = new ThinWalls(mesh, survey.pieces(), tree(), thinnest, progress).walls();
    for (ThinWall wall : told(walls)) {
      add(
          FindingCodes.THIN_WALL,
          Severity.CAUTION,
          "a wall of "
              + Quantities.length(wall.thickness(), unit)
              + " at "
              + Quantities.place(wall.box())
              + ", thinner than "
              + Quantities.length(millimetres, LengthUnit.MILLIMETRE),
          wall.box(),
          wall.facets());
    }
    addRest(
        FindingCodes.THIN_WALL,
        walls,
        "more wall thinner than " + Quantities.length(millimetres, LengthUnit.MILLIMETRE),
        "more walls thinner than " + Quantities.length(millimetres, LengthUnit.MILLIMETRE),
        wall -> wall.facets().indices());
  }

  private void findTooLarge(BuildVolume volume) {
    mesh.bounds()
        .flatMap(box -> volume.refusal(box, unit))
        .ifPresent(message -> add(FindingCodes.OUTSIDE_BED, Severity.CAUTION, message));
  }

  private void findBadFacets() {
    int[] degenerate = degenerateFacets();
    if (degenerate.length > 0) {
      add(
          FindingCodes.DEGENERATE_FACETS,
          Severity.NOTE,
          Quantities.count(degenerate.length, "facet", "facets") + " without area",
          degenerate);
    }
    int[] repeated = survey.repeatedFacets();
    if (repeated.length > 0) {
      add(
          FindingCodes.DUPLICATE_FACETS,
          Severity.NOTE,
          Quantities.count(repeated.length, "facet repeats", "facets repeat") + " another",
          repeated);
    }
  }

  private int[] degenerateFacets() {
    return IntStream.range(0, mesh.triangleCount())
        .filter(facet -> survey.isCollapsed(facet) || pieces.isFlat(facet))
        .toArray();
  }

  private static <T> List<T> told(List<T> found) {
    return found.subList(0, Math.min(MOST_TOLD, found.size()));
  }

  private IntStream facetsOf(int piece) {
    return IntStream.of(survey.pieces().facets(piece));
  }

  /// One finding that stands for all that are not told one by one: a file can have millions.
  private <T> void addRest(
      String code, List<T> found, String one, String many, Function<? super T, IntStream> facets) {
    List<T> rest = found.subList(told(found).size(), found.size());
    if (!rest.isEmpty()) {
      int[] all = rest.stream().flatMapToInt(facets).toArray();
      findings.add(
          new Finding(
              code,
              Severity.CAUTION,
              Quantities.count(rest.size(), one, many),
              Optional.of(
                  new Place(Optional.of(mesh.boundsOf(all)), Facets.of(all), OptionalInt.empty())),
              rest.size()));
    }
  }

  private void add(String code, Severity severity, String message) {
    findings.add(new Finding(code, severity, message, Optional.empty()));
  }

  private void add(String code, Severity severity, String message, int[] facets) {
    add(code, severity, message, mesh.boundsOf(facets), Facets.of(facets));
  }

  private void add(String code, Severity severity, String message, Box box, Facets facets) {
    Place place = new Place(Optional.of(box), facets, OptionalInt.empty());
    findings.add(new Finding(code, severity, message, Optional.of(place)));
  }
}

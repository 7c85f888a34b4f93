package touchmark.app.difference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.inspect.InternalVoid;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Quantities;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.FacetMatching;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;

/// Says what became of a mesh, in the unit of the first. Facets that both have are set aside; what
/// is left is looked at shell by shell and measured against the other surface, both ways.
final class MeshComparison {
  /// Lengths that differ by less than this part of the diagonal are the same: writing coordinates
  /// as text with six digits rounds so much.
  private static final double SAME = 2e-6;

  /// A ratio of sizes this near that of two units is one.
  private static final double SAME_RATIO = 1e-4;

  /// Changes of one kind that the summary says one by one.
  private static final int MOST_SAID = 16;

  private static final int STEPS = 3;

  private final Mesh from;
  private final Mesh to;
  private final MeshFacts before;
  private final MeshFacts after;
  private final LengthUnit unit;
  private final double scale;
  private final double tolerance;
  private final List<String> lines = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  /// @param before and `after`: what the inspection found in `from` and in `to`
  MeshComparison(Mesh from, MeshFacts before, Mesh to, MeshFacts after) {
    this.from = from;
    this.to = to;
    this.before = before;
    this.after = after;
    this.unit = from.unit();
    this.scale = to.unit().millimetres() / from.unit().millimetres();
    this.tolerance = SAME * from.bounds().map(Box::diagonal).orElse(0.0);
  }

  /// Compares.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  Difference compare(Progress progress) {
    progress.reached(0, STEPS);
    Mesh scaled = scale == 1 ? to : scaled();
    FacetMatching matching = new FacetMatching(from, scaled);
    if (from.unit() == to.unit() && matching.allAlike()) {
      return Difference.of(
          List.of(
              Change.of(
                  Change.Kind.REMARK,
                  "the same facets, in another order or written in another way")));
    }
    progress.reached(1, STEPS);
    compareShells(matching);
    compareCounts();
    compareVolume();
    compareSize();
    boolean sameSoFar = changes.isEmpty();
    boolean near = compareSurfaces(scaled, matching, progress);
    compareFacets();
    if (sameSoFar && near) {
      String same = "the same shape within " + Quantities.length(tolerance, unit);
      lines.addFirst(same);
      changes.addFirst(Change.of(Change.Kind.REMARK, same));
      return new Difference(true, lines, changes);
    }
    return new Difference(false, lines, changes);
  }

  private Mesh scaled() {
    float[] positions = to.positions().clone();
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (float) (positions[i] * scale);
    }
    return new Mesh(positions, to.triangles(), unit, to.parts());
  }

  private void compareShells(FacetMatching matching) {
    VoidComparison voids =
        new VoidComparison(before.internalVoids(), after.internalVoids(), unit, scale, tolerance);
    sayAll(voids.changes(), "more change of internal voids", "more changes of internal voids");
    List<LoneShell> lost = withoutVoids(LoneShell.of(from, matching.onlyInFirst()), voids.lost());
    List<LoneShell> added = withoutVoids(LoneShell.of(to, matching.onlyInSecond()), voids.added());
    LoneShell.pair(lost, added, scale);
    List<Change> shells = new ArrayList<>();
    for (LoneShell shell : added) {
      shells.add(
          Change.of(
                  Change.Kind.ADDED,
                  "a shell more: "
                      + Quantities.volume(shell.volume() * scale * scale * scale, unit)
                      + " at "
                      + Quantities.place(Boxes.scaled(shell.box(), scale)))
              .to(place(shell.box(), shell.facets())));
    }
    for (LoneShell shell : lost) {
      shells.add(
          Change.of(
                  Change.Kind.REMOVED,
                  "a shell less: "
                      + Quantities.volume(shell.volume(), unit)
                      + " at "
                      + Quantities.place(shell.box()))
              .from(place(shell.box(), shell.facets())));
    }
    sayAll(shells, "more shell added or lost", "more shells added or lost");
  }

  /// Voids are shells, too, and were said.
  private static List<LoneShell> withoutVoids(List<LoneShell> shells, List<InternalVoid> said) {
    BitSet facets = new BitSet();
    said.forEach(each -> each.facets().indices().forEach(facets::set));
    shells.removeIf(shell -> shell.facets().indices().limit(1).anyMatch(facets::get));
    return shells;
  }

  private void compareCounts() {
    compareCount(before.shells(), after.shells(), "shell", "shells");
    compareCount(before.openEdges(), after.openEdges(), "open edge", "open edges");
    compareCount(
        before.nonManifoldEdges(),
        after.nonManifoldEdges(),
        "edge with more than two facets",
        "edges with more than two facets");
  }

  private void compareFacets() {
    if (from.unit() != to.unit()) {
      boolean sameNumbers = new FacetMatching(from, to).allAlike();
      say(
          "the unit is "
              + to.unit().symbol()
              + " instead of "
              + unit.symbol()
              + (sameNumbers ? ", with the same numbers" : ""));
    }
    compareCount(before.triangles(), after.triangles(), "facet", "facets");
  }

  private void compareCount(int was, int is, String one, String many) {
    if (is != was) {
      int change = Math.abs(is - was);
      say(
          Quantities.count(change, one, many)
              + (is > was ? " more" : " less")
              + ": "
              + is
              + " instead of "
              + was);
    }
  }

  private void compareVolume() {
    double volume = after.volume() * scale * scale * scale;
    double area = after.area() * scale * scale;
    if (Math.abs(volume - before.volume()) > tolerance * before.area()) {
      say(
          "the volume is "
              + Quantities.volume(volume, unit)
              + " instead of "
              + Quantities.volume(before.volume(), unit)
              + percent(before.volume(), volume));
    }
    if (Math.abs(area - before.area()) > 1e-4 * before.area()) {
      say(
          "the surface is "
              + Quantities.area(area, unit)
              + " instead of "
              + Quantities.area(before.area(), unit)
              + percent(before.area(), area));
    }
  }

  private static String percent(double was, double is) {
    double change = 100 * (is - was) / Math.abs(was);
    return Double.isFinite(change) ? String.format(Locale.ROOT, " (%+.2f %%)", change) : "";
  }

  private void compareSize() {
    if (before.bounds().isEmpty() || after.bounds().isEmpty()) {
      return;
    }
    Box was = before.bounds().get();
    Box is = Boxes.scaled(after.bounds().get(), scale);
    if (!Boxes.sameSize(was, is, 2 * tolerance)) {
      say(
          "the size is "
              + Quantities.size(is, unit)
              + " instead of "
              + Quantities.size(was, unit)
              + mistakenUnit(was, is));
    } else if (Boxes.distance(was, is) > 2 * tolerance) {
      say(
          "it was moved by "
              + Quantities.place(
                  is.minX() - was.minX(), is.minY() - was.minY(), is.minZ() - was.minZ())
              + " "
              + unit.symbol());
    }
  }

  /// Whether all sizes grew or shrank as if one unit had been taken for another.
  private static String mistakenUnit(Box was, Box is) {
    for (LengthUnit one : LengthUnit.values()) {
      for (LengthUnit other : LengthUnit.values()) {
        double ratio = one.millimetres() / other.millimetres();
        Box expected = Boxes.scaled(was, ratio);
        if (one != other
            && Boxes.sameSize(
                expected, is, SAME_RATIO * Math.min(expected.diagonal(), is.diagonal()))
            && (one == LengthUnit.MILLIMETRE || other == LengthUnit.MILLIMETRE)) {
          return ", as if " + one.symbol() + " had been taken for " + other.symbol();
        }
      }
    }
    return "";
  }

  /// @return whether no place is beyond the tolerance
  private boolean compareSurfaces(Mesh scaled, FacetMatching matching, Progress progress) {
    Deviation there = Deviation.of(from, matching.onlyInFirst(), scaled, tolerance, progress);
    progress.reached(2, STEPS);
    Deviation back = Deviation.of(scaled, matching.onlyInSecond(), from, tolerance, progress);
    progress.reached(STEPS, STEPS);
    Deviation most = back.distance() > there.distance() ? back : there;
    if (most.distance() == 0) {
      return true;
    }
    String sentence =
        "the surfaces lie up to "
            + Quantities.length(most.distance(), unit)
            + " apart, most at "
            + Quantities.place(most.x(), most.y(), most.z());
    lines.add(sentence);
    changes.add(
        new Change(
            Change.Kind.CHANGED,
            "",
            sentence,
            place(from, there.facets()),
            place(to, back.facets())));
    return false;
  }

  private static Optional<Place> place(Mesh mesh, Facets facets) {
    return facets.count() == 0
        ? Optional.empty()
        : Optional.of(place(mesh.boundsOf(facets.indices().toArray()), facets));
  }

  private static Place place(Box box, Facets facets) {
    return new Place(Optional.of(box), facets, OptionalInt.empty());
  }

  private void say(String sentence) {
    lines.add(sentence);
    changes.add(Change.of(Change.Kind.CHANGED, sentence));
  }

  /// Lists all and says the first of them.
  private void sayAll(List<Change> all, String one, String many) {
    changes.addAll(all);
    all.stream().limit(MOST_SAID).map(Change::sentence).forEach(lines::add);
    if (all.size() > MOST_SAID) {
      lines.add(Quantities.count(all.size() - MOST_SAID, one, many));
    }
  }
}

package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import touchmark.app.inspect.InternalVoid;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Quantities;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.ShapeFingerprint;
import touchmark.ledger.Progress;

/// Says what became of a mesh, in the unit of the first.
final class MeshComparison {
  /// Lengths that differ by less than this part of the diagonal are the same: writing coordinates
  /// as text with six digits rounds so much.
  private static final double SAME = 2e-6;

  private final Mesh from;
  private final Mesh to;
  private final MeshFacts before;
  private final MeshFacts after;
  private final LengthUnit unit;
  private final double scale;
  private final double tolerance;
  private final List<String> lines = new ArrayList<>();

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
    if (from.unit() == to.unit() && ShapeFingerprint.of(from).equals(ShapeFingerprint.of(to))) {
      return new Difference(
          true, List.of("the same facets, in another order or written in another way"));
    }
    compareVoids();
    compareCounts();
    compareVolume();
    compareSize();
    boolean sameSoFar = lines.isEmpty();
    Deviation deviation = Deviation.between(from, to, scale, progress);
    boolean near = deviation.distance() <= tolerance;
    if (!near) {
      lines.add(
          "the surfaces lie up to "
              + Quantities.length(deviation.distance(), unit)
              + " apart, most at "
              + Quantities.place(deviation.x(), deviation.y(), deviation.z()));
    }
    compareFacets();
    if (sameSoFar && near) {
      lines.addFirst("the same shape within " + Quantities.length(tolerance, unit));
      return new Difference(true, lines);
    }
    return new Difference(false, lines);
  }

  private void compareVoids() {
    List<InternalVoid> lost = new ArrayList<>(before.internalVoids());
    for (InternalVoid found : after.internalVoids()) {
      Box box = scaled(found.box());
      double volume = found.volume() * scale * scale * scale;
      Optional<InternalVoid> known =
          lost.stream().filter(candidate -> isSame(candidate, box, volume)).findFirst();
      if (known.isPresent()) {
        lost.remove(known.get());
      } else {
        lines.add(
            "an internal void more: "
                + Quantities.volume(volume, unit)
                + " at "
                + Quantities.place(box)
                + ", "
                + Quantities.length(found.depth() * scale, unit)
                + " below the surface");
      }
    }
    for (InternalVoid gone : lost) {
      lines.add(
          "an internal void less: "
              + Quantities.volume(gone.volume(), unit)
              + " at "
              + Quantities.place(gone.box()));
    }
  }

  private boolean isSame(InternalVoid known, Box box, double volume) {
    return distance(known.box(), box) <= tolerance
        && Math.abs(known.volume() - volume) <= 1e-3 * known.volume();
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
      lines.add("the unit is " + to.unit().symbol() + " instead of " + unit.symbol());
    }
    compareCount(before.triangles(), after.triangles(), "facet", "facets");
  }

  private void compareCount(int was, int is, String one, String many) {
    if (is != was) {
      int change = Math.abs(is - was);
      lines.add(
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
      lines.add(
          "the volume is "
              + Quantities.volume(volume, unit)
              + " instead of "
              + Quantities.volume(before.volume(), unit)
              + percent(before.volume(), volume));
    }
    if (Math.abs(area - before.area()) > 1e-4 * before.area()) {
      lines.add(
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
    Box is = scaled(after.bounds().get());
    boolean sameSize =
        Math.abs(is.sizeX() - was.sizeX()) <= 2 * tolerance
            && Math.abs(is.sizeY() - was.sizeY()) <= 2 * tolerance
            && Math.abs(is.sizeZ() - was.sizeZ()) <= 2 * tolerance;
    if (!sameSize) {
      lines.add(
          "the size is " + Quantities.size(is, unit) + " instead of " + Quantities.size(was, unit));
    } else if (distance(was, is) > 2 * tolerance) {
      lines.add(
          "it was moved by "
              + Quantities.place(
                  is.minX() - was.minX(), is.minY() - was.minY(), is.minZ() - was.minZ())
              + " "
              + unit.symbol());
    }
  }

  private Box scaled(Box box) {
    return new Box(
        box.minX() * scale,
        box.minY() * scale,
        box.minZ() * scale,
        box.maxX() * scale,
        box.maxY() * scale,
        box.maxZ() * scale);
  }

  /// The largest difference of two corners along an axis.
  private static double distance(Box a, Box b) {
    double low =
        Math.max(
            Math.abs(a.minX() - b.minX()),
            Math.max(Math.abs(a.minY() - b.minY()), Math.abs(a.minZ() - b.minZ())));
    double high =
        Math.max(
            Math.abs(a.maxX() - b.maxX()),
            Math.max(Math.abs(a.maxY() - b.maxY()), Math.abs(a.maxZ() - b.maxZ())));
    return Math.max(low, high);
  }
}

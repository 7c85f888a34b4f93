package touchmark.app.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import touchmark.app.inspect.InternalVoid;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Quantities;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;

/// Which internal voids one mesh has and the other has not.
final class VoidComparison {
  private static final double SAME_VOLUME = 1e-3;

  /// Width of a cell in tolerances.
  private static final double CELL = 64;

  private final double scale;
  private final double tolerance;
  private final LengthUnit unit;
  private final List<InternalVoid> lost;
  private final List<InternalVoid> added = new ArrayList<>();

  /// @param scale units of `before` in one unit of `after`
  /// @param tolerance in the unit of `before`
  VoidComparison(
      List<InternalVoid> before,
      List<InternalVoid> after,
      LengthUnit unit,
      double scale,
      double tolerance) {
    this.unit = unit;
    this.scale = scale;
    this.tolerance = tolerance;
    this.lost = new ArrayList<>(before);
    Map<Cell, List<InternalVoid>> byPlace = new HashMap<>();
    for (InternalVoid known : before) {
      byPlace.computeIfAbsent(cell(known.box(), 0, 0, 0), _ -> new ArrayList<>()).add(known);
    }
    Set<InternalVoid> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (InternalVoid candidate : after) {
      InternalVoid known = take(byPlace, candidate);
      if (known == null) {
        added.add(candidate);
      } else {
        found.add(known);
      }
    }
    lost.removeIf(found::contains);
  }

  /// The void of the first file that this one of the second is; each is taken once.
  private @Nullable InternalVoid take(
      Map<Cell, List<InternalVoid>> byPlace, InternalVoid candidate) {
    Box box = Boxes.scaled(candidate.box(), scale);
    for (int corner = 0; corner < 8; corner++) {
      Cell cell =
          cell(
              box,
              (corner & 1) == 0 ? -tolerance : tolerance,
              (corner & 2) == 0 ? -tolerance : tolerance,
              (corner & 4) == 0 ? -tolerance : tolerance);
      List<InternalVoid> near = byPlace.getOrDefault(cell, List.of());
      for (InternalVoid known : near) {
        if (isSame(known, box, volume(candidate))) {
          near.remove(known);
          return known;
        }
      }
    }
    return null;
  }

  private boolean isSame(InternalVoid known, Box box, double volume) {
    return Math.abs(known.volume() - volume) <= SAME_VOLUME * known.volume()
        && Boxes.distance(known.box(), box) <= tolerance;
  }

  /// Where the least corner of a box lies, in cells wider than the tolerance.
  private Cell cell(Box box, double dx, double dy, double dz) {
    double width = CELL * tolerance;
    return new Cell(
        Math.floor((box.minX() + dx) / width),
        Math.floor((box.minY() + dy) / width),
        Math.floor((box.minZ() + dz) / width));
  }

  private record Cell(double x, double y, double z) {}

  private double volume(InternalVoid found) {
    return found.volume() * scale * scale * scale;
  }

  /// Those that only the second has.
  List<InternalVoid> added() {
    return added;
  }

  /// Those that only the first has.
  List<InternalVoid> lost() {
    return lost;
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (InternalVoid found : added) {
      changes.add(
          Change.of(
                  Change.Kind.ADDED,
                  "an internal void more: "
                      + Quantities.volume(volume(found), unit)
                      + " at "
                      + Quantities.place(Boxes.scaled(found.box(), scale))
                      + ", "
                      + Quantities.length(found.depth() * scale, unit)
                      + " below the surface")
              .to(place(found)));
    }
    for (InternalVoid gone : lost) {
      changes.add(
          Change.of(
                  Change.Kind.REMOVED,
                  "an internal void less: "
                      + Quantities.volume(gone.volume(), unit)
                      + " at "
                      + Quantities.place(gone.box()))
              .from(place(gone)));
    }
    return changes;
  }

  private static Place place(InternalVoid found) {
    return new Place(Optional.of(found.box()), found.facets(), OptionalInt.empty());
  }
}

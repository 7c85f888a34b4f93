package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;

/// Inspects layers of outlines, hatches or pictures: their heights, how many there are, whether
/// outlines close, and whether all of it lies where the file says.
final class SlicesInspector {
  /// Ends of an outline farther apart are open, mm.
  private static final double OPEN = 0.05;

  private static final double SAME_HEIGHT = 0.0005;
  private static final double HIGHEST_STEP = 1.8;

  /// How far beyond the stated box something may lie, mm.
  private static final double TOLERANCE = 0.1;

  private static final int MOST = 16;

  private final Slices slices;

  SlicesInspector(Slices slices) {
    this.slices = slices;
  }

  /// Its numbers: as moves, the straight pieces of all lines.
  ToolpathFacts facts() {
    long pieces = 0;
    for (Slice slice : slices.layers()) {
      for (SliceLine line : slice.lines()) {
        int points = line.points().length / 2;
        pieces += line.kind() == SliceLine.Kind.HATCHES ? points / 2 : Math.max(0, points - 1);
      }
    }
    return new ToolpathFacts(
        slices.layers().size(),
        (int) Math.min(Integer.MAX_VALUE, pieces),
        0,
        Optional.empty(),
        Optional.ofNullable(slices.said().get("prusaSlicerVersion")),
        slices.bounds());
  }

  /// What a person should look at. Layers are counted from 1 in the sentences.
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    meshBeside().ifPresent(findings::add);
    if (slices.bounds().isEmpty()) {
      findings.add(
          finding(
              FindingCodes.NO_EXTRUSION,
              Severity.NOTE,
              "nothing is exposed in any layer, so this file prints nothing",
              Optional.empty()));
      return findings;
    }
    findings.addAll(heights());
    count().ifPresent(findings::add);
    outside().ifPresent(findings::add);
    findings.addAll(openOutlines());
    emptyBetween().ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> meshBeside() {
    return Optional.ofNullable(slices.said().get(Slices.MESH_BESIDE))
        .map(
            facets ->
                finding(
                    FindingCodes.PARTLY_READ,
                    Severity.CAUTION,
                    "a mesh of "
                        + facets
                        + " facets stands beside the slices: a program that does not know slices"
                        + " prints that, and it was not inspected",
                    Optional.empty()));
  }

  private List<Finding> heights() {
    List<Finding> findings = new ArrayList<>();
    List<Slice> layers = slices.layers();
    for (int layer = 1; layer < layers.size() && findings.size() < MOST; layer++) {
      double step = step(layer);
      double around = Math.max(step(layer - 1), step(layer + 1));
      if (Math.abs(step) < SAME_HEIGHT) {
        findings.add(
            finding(
                FindingCodes.REPEATED_LAYERS,
                Severity.CAUTION,
                "layers " + layer + " and " + (layer + 1) + " are both at " + height(layer),
                at(layer)));
      } else if (step < 0) {
        findings.add(
            finding(
                FindingCodes.REPEATED_LAYERS,
                Severity.CAUTION,
                "layer "
                    + (layer + 1)
                    + " at "
                    + height(layer)
                    + " lies below layer "
                    + layer
                    + " at "
                    + height(layer - 1),
                at(layer)));
      } else if (around > 0 && step > HIGHEST_STEP * around) {
        long lacking = Math.max(1, Math.round(step / around) - 1);
        findings.add(
            finding(
                FindingCodes.MISSING_LAYERS,
                Severity.CAUTION,
                "layer "
                    + layer
                    + " is at "
                    + height(layer - 1)
                    + " and the next at "
                    + height(layer)
                    + ": about "
                    + Quantities.count(lacking, "layer is", "layers are")
                    + " missing",
                at(layer)));
      }
    }
    return findings;
  }

  /// From the layer below; 0 beyond the ends.
  private double step(int layer) {
    List<Slice> layers = slices.layers();
    return layer < 1 || layer >= layers.size()
        ? 0
        : layers.get(layer).top() - layers.get(layer - 1).top();
  }

  private String height(int layer) {
    return Quantities.length(slices.layers().get(layer).top(), LengthUnit.MILLIMETRE);
  }

  private Optional<Finding> count() {
    OptionalInt stated = slices.statedLayers();
    int found = slices.layers().size();
    if (stated.isEmpty() || stated.getAsInt() == found) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            FindingCodes.LAYER_COUNT,
            Severity.CAUTION,
            "the file states "
                + Quantities.count(stated.getAsInt(), "layer", "layers")
                + " and has "
                + found,
            Optional.empty()));
  }

  private Optional<Finding> outside() {
    Box found = slices.bounds().orElseThrow();
    return slices
        .statedBox()
        .filter(
            box ->
                found.minX() < box.minX() - TOLERANCE
                    || found.minY() < box.minY() - TOLERANCE
                    || found.maxX() > box.maxX() + TOLERANCE
                    || found.maxY() > box.maxY() + TOLERANCE
                    || found.maxZ() > box.maxZ() + TOLERANCE)
        .map(
            box ->
                finding(
                    FindingCodes.OUTSIDE_BED,
                    Severity.CAUTION,
                    "the layers reach from "
                        + Quantities.place(found.minX(), found.minY(), found.minZ())
                        + " to "
                        + Quantities.place(found.maxX(), found.maxY(), found.maxZ())
                        + ", beyond the "
                        + Quantities.size(box, LengthUnit.MILLIMETRE)
                        + " that the file states",
                    Optional.empty()));
  }

  private List<Finding> openOutlines() {
    List<Finding> findings = new ArrayList<>();
    int more = 0;
    for (int layer = 0; layer < slices.layers().size(); layer++) {
      long open = slices.layers().get(layer).lines().stream().filter(this::isOpen).count();
      if (open > 0 && findings.size() < MOST) {
        findings.add(
            finding(
                FindingCodes.OPEN_OUTLINES,
                Severity.CAUTION,
                "layer "
                    + (layer + 1)
                    + " has "
                    + Quantities.count(open, "outline that does", "outlines that do")
                    + " not close",
                at(layer)));
      } else if (open > 0) {
        more++;
      }
    }
    if (more > 0) {
      findings.add(
          new Finding(
              FindingCodes.OPEN_OUTLINES,
              Severity.CAUTION,
              "and " + more + " more layers with outlines that do not close",
              Optional.empty(),
              more));
    }
    return findings;
  }

  private boolean isOpen(SliceLine line) {
    float[] points = line.points();
    int last = points.length - 2;
    return switch (line.kind()) {
      case OUTER_CONTOUR, INNER_CONTOUR ->
          last >= 0 && Math.hypot(points[last] - points[0], points[last + 1] - points[1]) > OPEN;
      case OPEN_LINE, HATCHES -> false;
    };
  }

  /// A layer that exposes nothing between layers that do: the part comes apart there.
  private Optional<Finding> emptyBetween() {
    List<Slice> layers = slices.layers();
    int below = -1;
    for (int layer = 0; layer < layers.size(); layer++) {
      if (!layers.get(layer).isEmpty()) {
        if (below >= 0 && layer - below > 1) {
          return Optional.of(
              finding(
                  FindingCodes.EXTRUSION_GAP,
                  Severity.CAUTION,
                  LayerNames.range(below + 1, layer - 1)
                      + (layer - below == 2 ? " exposes" : " expose")
                      + " nothing, though layers below and above do",
                  at(below + 1)));
        }
        below = layer;
      }
    }
    return Optional.empty();
  }

  private static Finding finding(
      String code, Severity severity, String message, Optional<Place> place) {
    return new Finding(code, severity, message, place);
  }

  private Optional<Place> at(int layer) {
    Optional<Box> box = slices.layers().get(layer).bounds();
    return Optional.of(new Place(box, Facets.NONE, OptionalInt.of(layer)));
  }
}

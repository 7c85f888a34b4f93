package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Quantities;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.toolpath.Toolpath;
import touchmark.ledger.Progress;

/// Compares two sliced files layer by layer: places, filament, features, tools, speeds and fans of
/// the moves, then temperatures and the code before and after the printing, then what the slicer's
/// comments say. Comments alone are not of substance.
public final class ToolpathComparison {
  /// Filament that is the same but for rounding, as a part of the whole.
  private static final double ROUNDING = 0.0002;

  private final ProductData.Sliced from;
  private final ProductData.Sliced to;
  private final LayerRanges different = new LayerRanges();
  private final LayerRanges lost = new LayerRanges();
  private final LayerRanges added = new LayerRanges();
  private final LayerRanges shifted = new LayerRanges();
  private final LayerRanges paced = new LayerRanges();
  private final LayerRanges fanned = new LayerRanges();
  private final List<Change> changes = new ArrayList<>();
  private double farthestX;
  private double farthestY;

  private ToolpathComparison(ProductData.Sliced from, ProductData.Sliced to) {
    this.from = from;
    this.to = to;
  }

  /// What changed from one sliced file to another: a summary, and a row for each layer, command and
  /// setting that differs.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static Difference compare(
      ProductData.Sliced from, ProductData.Sliced to, Progress progress) {
    ToolpathComparison comparison = new ToolpathComparison(from, to);
    comparison.layers(progress);
    List<String> lines = comparison.moves();
    lines.addAll(comparison.around());
    boolean same = lines.isEmpty();
    SlicerRemarks remarks = new SlicerRemarks(from.facts(), to.facts());
    lines.addAll(remarks.lines());
    comparison.changes.addAll(remarks.changes());
    return new Difference(same, lines, comparison.changes);
  }

  private void layers(Progress progress) {
    Toolpath a = from.toolpath();
    Toolpath b = to.toolpath();
    List<LayerMatch> matches = LayerMatch.of(a, b);
    for (int i = 0; i < matches.size(); i++) {
      progress.reached(i, matches.size());
      LayerMatch match = matches.get(i);
      if (match.to() < 0) {
        lost.add(match.from());
        changes.add(
            Change.of(Change.Kind.REMOVED, layer(match.from()) + " is missing")
                .from(place(match.from())));
      } else if (match.from() < 0) {
        added.add(match.to());
        changes.add(
            Change.of(Change.Kind.ADDED, layer(match.to()) + " is new").to(place(match.to())));
      } else {
        note(match, LayerComparison.of(a, match.from(), b, match.to()));
      }
    }
    progress.reached(matches.size(), matches.size());
  }

  private void note(LayerMatch match, LayerComparison comparison) {
    switch (comparison.kind()) {
      case SAME -> {}
      case DIFFERENT -> {
        different.add(match.to());
        changes.add(differing(match));
      }
      case SHIFTED -> {
        shifted.add(match.to());
        if (Math.hypot(comparison.dx(), comparison.dy()) > Math.hypot(farthestX, farthestY)) {
          farthestX = comparison.dx();
          farthestY = comparison.dy();
        }
        changes.add(changed(match, "is shifted by " + shift(comparison.dx(), comparison.dy())));
      }
    }
    if (comparison.speedsDiffer()) {
      paced.add(match.to());
      changes.add(changed(match, "is printed at other speeds"));
    }
    if (comparison.fansDiffer()) {
      fanned.add(match.to());
      changes.add(changed(match, "is cooled otherwise"));
    }
  }

  private Change differing(LayerMatch match) {
    DifferingMoves[] moves =
        DifferingMoves.of(from.toolpath(), match.from(), to.toolpath(), match.to());
    return Change.of(
            Change.Kind.CHANGED,
            layer(match.to())
                + " differs: "
                + Quantities.count(moves[0].count(), "move", "moves")
                + " from line "
                + moves[0].line()
                + " on "
                + (moves[0].count() == 1 ? "becomes " : "become ")
                + moves[1].count()
                + " from line "
                + moves[1].line()
                + " on")
        .from(moves[0].place())
        .to(moves[1].place());
  }

  private static Change changed(LayerMatch match, String what) {
    return Change.of(Change.Kind.CHANGED, layer(match.to()) + " " + what)
        .from(place(match.from()))
        .to(place(match.to()));
  }

  private static String layer(int layer) {
    return "layer " + (layer + 1);
  }

  private static Place place(int layer) {
    return new Place(Optional.empty(), Facets.NONE, OptionalInt.of(layer));
  }

  private static String shift(double x, double y) {
    return "(" + Quantities.number(x) + ", " + Quantities.number(y) + ") mm";
  }

  private List<String> moves() {
    List<String> lines = new ArrayList<>();
    lost.sentence("missing", " of the first file").ifPresent(lines::add);
    added.sentence("new", "").ifPresent(lines::add);
    if (different.count() > 0) {
      lines.add(ofAll(different, "differ"));
    }
    if (shifted.count() > 0) {
      lines.add(ofAll(shifted, "are shifted") + ", at most by " + shift(farthestX, farthestY));
    }
    if (paced.count() > 0) {
      lines.add(ofAll(paced, "are printed at other speeds"));
    }
    if (fanned.count() > 0) {
      lines.add(ofAll(fanned, "are cooled otherwise"));
    }
    lines.addAll(amounts());
    return lines;
  }

  /// How many moves, and how much filament.
  private List<String> amounts() {
    List<String> lines = new ArrayList<>();
    int moves = from.toolpath().moves();
    if (moves != to.toolpath().moves()) {
      lines.add(moves + " moves become " + to.toolpath().moves());
    }
    double before = from.facts().filamentMillimetres();
    double after = to.facts().filamentMillimetres();
    if (Math.abs(after - before) > ROUNDING * Math.max(before, after)) {
      lines.add("filament: " + millimetres(before) + " becomes " + millimetres(after));
    }
    lines.forEach(line -> changes.add(Change.of(Change.Kind.CHANGED, line)));
    return lines;
  }

  private String ofAll(LayerRanges ranges, String verb) {
    return ranges.count()
        + " of "
        + Quantities.count(to.toolpath().layers(), "layer ", "layers ")
        + verb
        + ", "
        + ranges;
  }

  /// Temperatures, and the code before and after the printing.
  private List<String> around() {
    List<String> lines = new ArrayList<>(HeatComparison.of(from.facts(), to.facts()));
    lines.forEach(line -> changes.add(Change.of(Change.Kind.CHANGED, line)));
    List<CodeComparison> codes =
        List.of(
            new CodeComparison(
                "start code", from.facts().program().start(), to.facts().program().start()),
            new CodeComparison(
                "end code", from.facts().program().end(), to.facts().program().end()));
    for (CodeComparison code : codes) {
      code.summary().ifPresent(lines::add);
      changes.addAll(code.changes());
    }
    return lines;
  }

  private static String millimetres(double length) {
    return Quantities.length(length, LengthUnit.MILLIMETRE);
  }
}

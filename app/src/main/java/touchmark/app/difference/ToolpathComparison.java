package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import touchmark.app.format.Heating;
import touchmark.app.format.ProductData;
import touchmark.app.format.SliceFacts;
import touchmark.app.inspect.Quantities;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.toolpath.Toolpath;
import touchmark.ledger.Progress;

/// Compares two sliced files layer by layer: places, filament, features and speeds of the moves,
/// then temperatures, then what the slicer's comments say. Comments alone are not of substance.
public final class ToolpathComparison {
  private static final int MOST_SETTINGS = 3;

  /// Filament that is the same but for rounding, as a part of the whole.
  private static final double ROUNDING = 0.0002;

  private final ProductData.Sliced from;
  private final ProductData.Sliced to;
  private final LayerRanges different = new LayerRanges();
  private final LayerRanges lost = new LayerRanges();
  private final LayerRanges added = new LayerRanges();
  private final LayerRanges shifted = new LayerRanges();
  private final LayerRanges paced = new LayerRanges();
  private double farthestX;
  private double farthestY;

  private ToolpathComparison(ProductData.Sliced from, ProductData.Sliced to) {
    this.from = from;
    this.to = to;
  }

  /// What changed from one sliced file to another.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static Difference compare(
      ProductData.Sliced from, ProductData.Sliced to, Progress progress) {
    ToolpathComparison comparison = new ToolpathComparison(from, to);
    comparison.layers(progress);
    List<String> lines = comparison.moves();
    lines.addAll(comparison.heat());
    boolean same = lines.isEmpty();
    lines.addAll(comparison.comments());
    return new Difference(same, lines);
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
      } else if (match.from() < 0) {
        added.add(match.to());
      } else {
        note(match.to(), LayerComparison.of(a, match.from(), b, match.to()));
      }
    }
    progress.reached(matches.size(), matches.size());
  }

  private void note(int layer, LayerComparison comparison) {
    switch (comparison.kind()) {
      case SAME -> {}
      case DIFFERENT -> different.add(layer);
      case SHIFTED -> {
        shifted.add(layer);
        if (Math.hypot(comparison.dx(), comparison.dy()) > Math.hypot(farthestX, farthestY)) {
          farthestX = comparison.dx();
          farthestY = comparison.dy();
        }
      }
    }
    if (comparison.speedsDiffer()) {
      paced.add(layer);
    }
  }

  private List<String> moves() {
    List<String> lines = new ArrayList<>();
    Toolpath a = from.toolpath();
    Toolpath b = to.toolpath();
    if (lost.count() > 0) {
      lines.add(
          Quantities.count(lost.count(), "layer is", "layers are")
              + " missing: "
              + lost
              + " of the first file");
    }
    if (added.count() > 0) {
      lines.add(Quantities.count(added.count(), "layer is", "layers are") + " new: " + added);
    }
    if (different.count() > 0) {
      lines.add(ofAll(different, "differ"));
    }
    if (shifted.count() > 0) {
      lines.add(
          ofAll(shifted, "are shifted")
              + ", at most by ("
              + Quantities.number(farthestX)
              + ", "
              + Quantities.number(farthestY)
              + ") mm");
    }
    if (paced.count() > 0) {
      lines.add(ofAll(paced, "are printed at other speeds"));
    }
    if (a.moves() != b.moves()) {
      lines.add(a.moves() + " moves become " + b.moves());
    }
    double before = from.facts().filamentMillimetres();
    double after = to.facts().filamentMillimetres();
    if (Math.abs(after - before) > ROUNDING * Math.max(before, after)) {
      lines.add("filament: " + becomes(millimetres(before), millimetres(after)));
    }
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

  private List<String> heat() {
    List<String> lines = new ArrayList<>();
    for (Heating.Heater heater : Heating.Heater.values()) {
      List<Double> before = targets(from.facts(), heater);
      List<Double> after = targets(to.facts(), heater);
      if (!before.equals(after)) {
        String name =
            switch (heater) {
              case NOZZLE -> "nozzle temperatures";
              case BED -> "bed temperatures";
            };
        String highest = hottest(before);
        lines.add(
            highest.equals(hottest(after))
                ? name + " differ below the highest, " + highest
                : name + ", highest: " + becomes(highest, hottest(after)));
      }
    }
    return lines;
  }

  private static List<Double> targets(SliceFacts facts, Heating.Heater heater) {
    return facts.heatings().stream()
        .filter(heating -> heating.heater() == heater)
        .map(Heating::celsius)
        .toList();
  }

  private static String hottest(List<Double> targets) {
    OptionalDouble hottest = targets.stream().mapToDouble(Double::doubleValue).max();
    return hottest.isEmpty()
        ? "none"
        : String.format(Locale.ROOT, "%.0f °C", hottest.getAsDouble());
  }

  private List<String> comments() {
    List<String> lines = new ArrayList<>();
    String before = from.facts().generator().orElse("unknown");
    String after = to.facts().generator().orElse("unknown");
    if (!before.equals(after)) {
      lines.add("slicer: " + becomes(before, after));
    }
    List<String> changed = changedSettings();
    if (!changed.isEmpty()) {
      int more = changed.size() - MOST_SETTINGS;
      lines.add(
          Quantities.count(
                  changed.size(), "comment on settings differs", "comments on settings differ")
              + ": "
              + String.join("; ", changed.subList(0, Math.min(MOST_SETTINGS, changed.size())))
              + (more > 0 ? "; and " + more + " more" : ""));
    }
    return lines;
  }

  private List<String> changedSettings() {
    Map<String, String> before = from.facts().settings();
    Map<String, String> after = to.facts().settings();
    List<String> changed = new ArrayList<>();
    before.forEach(
        (key, value) -> {
          String now = after.getOrDefault(key, "not stated");
          if (!now.equals(value)) {
            changed.add(key + " " + becomes(brief(value), brief(now)));
          }
        });
    after.forEach(
        (key, value) -> {
          if (!before.containsKey(key)) {
            changed.add(key + " " + becomes("not stated", brief(value)));
          }
        });
    return changed;
  }

  private static String brief(String value) {
    int longest = 40;
    return value.length() <= longest ? value : value.substring(0, longest) + "...";
  }

  private static String becomes(String before, String after) {
    return before + " becomes " + after;
  }

  private static String millimetres(double length) {
    return Quantities.length(length, LengthUnit.MILLIMETRE);
  }
}

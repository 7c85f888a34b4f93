package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// Looks at the heights of the layers that print something: a step that is much higher than those
/// around it lacks a layer, no step is a layer twice. A fall is a new object of a file that prints
/// one after the other, and no finding.
final class LayerProgression {
  /// How much higher than its neighbours a step may be: layers of varying height stay below.
  private static final double HIGHEST_STEP = 1.8;

  private static final double SAME_HEIGHT = 0.001;

  /// Findings of one kind that are told one by one.
  private static final int MOST = 16;

  private final List<Printed> layers = new ArrayList<>();
  private final Optional<Double> firstHeight;

  private record Printed(int layer, double z) {}

  LayerProgression(Toolpath path, Map<String, String> settings) {
    for (int layer = 0; layer < path.layers(); layer++) {
      if (prints(path, layer)) {
        layers.add(new Printed(layer, path.layerZ(layer)));
      }
    }
    firstHeight =
        OwnLimits.highest(settings, List.of("first_layer_height", "initial_layer_print_height"));
  }

  private static boolean prints(Toolpath path, int layer) {
    for (int move = path.firstMove(layer); move < path.firstMove(layer + 1); move++) {
      if (path.feature(move) != Feature.TRAVEL) {
        return true;
      }
    }
    return false;
  }

  List<Finding> findings() {
    List<Finding> missing = new ArrayList<>();
    List<Finding> repeated = new ArrayList<>();
    if (!layers.isEmpty()) {
      firstLayer().ifPresent(missing::add);
    }
    for (int i = 0; i + 1 < layers.size(); i++) {
      double step = layers.get(i + 1).z - layers.get(i).z;
      if (Math.abs(step) < SAME_HEIGHT) {
        repeated.add(repeated(i));
      } else if (step > 0) {
        double around = Math.max(step(i - 1), step(i + 1));
        if (around > 0 && step > HIGHEST_STEP * around) {
          missing.add(gap(i, step, around));
        }
      }
    }
    List<Finding> findings = new ArrayList<>(shortened(missing, "gaps between layers"));
    findings.addAll(shortened(repeated, "repeated layers"));
    return findings;
  }

  /// From a layer to the next; 0 beyond the ends.
  private double step(int from) {
    return from < 0 || from + 1 >= layers.size() ? 0 : layers.get(from + 1).z - layers.get(from).z;
  }

  private Optional<Finding> firstLayer() {
    Printed first = layers.getFirst();
    return firstHeight
        .filter(height -> height > 0 && first.z > HIGHEST_STEP * height)
        .map(
            height ->
                new Finding(
                    FindingCodes.MISSING_LAYERS,
                    Severity.CAUTION,
                    "printing begins at "
                        + height(first.z)
                        + ", but the first layer should be "
                        + height(height)
                        + " high",
                    ToolpathInspector.atLayer(first.layer)));
  }

  private Finding gap(int from, double step, double around) {
    long lacking = Math.max(1, Math.round(step / around) - 1);
    return new Finding(
        FindingCodes.MISSING_LAYERS,
        Severity.CAUTION,
        "layer "
            + (layers.get(from).layer + 1)
            + " is printed at "
            + height(layers.get(from).z)
            + " and the next at "
            + height(layers.get(from + 1).z)
            + ": about "
            + Quantities.count(lacking, "layer is", "layers are")
            + " missing",
        ToolpathInspector.atLayer(layers.get(from + 1).layer));
  }

  private Finding repeated(int from) {
    return new Finding(
        FindingCodes.REPEATED_LAYERS,
        Severity.CAUTION,
        "layers "
            + (layers.get(from).layer + 1)
            + " and "
            + (layers.get(from + 1).layer + 1)
            + " are both printed at "
            + height(layers.get(from).z),
        ToolpathInspector.atLayer(layers.get(from + 1).layer));
  }

  private static String height(double z) {
    return Quantities.length(z, LengthUnit.MILLIMETRE);
  }

  private static List<Finding> shortened(List<Finding> findings, String what) {
    if (findings.size() <= MOST) {
      return findings;
    }
    List<Finding> few = new ArrayList<>(findings.subList(0, MOST));
    Finding next = findings.get(MOST);
    few.add(
        new Finding(
            next.code(),
            next.severity(),
            "and " + (findings.size() - MOST) + " more " + what,
            next.place(),
            findings.size() - MOST));
    return few;
  }
}

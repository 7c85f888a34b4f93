package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import touchmark.app.format.Heating;
import touchmark.app.format.SliceFacts;

/// Compares the temperatures that two sliced files command.
final class HeatComparison {
  private HeatComparison() {}

  /// A sentence for each heater whose temperatures differ.
  static List<String> of(SliceFacts from, SliceFacts to) {
    List<String> lines = new ArrayList<>();
    for (Heating.Heater heater : Heating.Heater.values()) {
      List<Double> before = targets(from, heater);
      List<Double> after = targets(to, heater);
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
                : name + ", highest: " + highest + " becomes " + hottest(after));
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
}

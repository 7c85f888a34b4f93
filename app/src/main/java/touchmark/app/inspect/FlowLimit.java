package touchmark.app.inspect;

import java.util.List;
import java.util.Optional;
import touchmark.app.format.SliceFacts;
import touchmark.app.toolpath.PartFeatures;
import touchmark.app.toolpath.Toolpath;

/// Holds the flow of plastic against the most that the file's own settings allow.
final class FlowLimit {
  private static final List<String> LIMITS =
      List.of("filament_max_volumetric_speed", "max_volumetric_speed");
  private static final double TOLERANCE = 1.1;

  /// Shorter moves say little: their numbers are rounded. mm
  private static final double SHORTEST = 1;

  private static final double USUAL_DIAMETER = 1.75;

  private final Toolpath path;
  private final SliceFacts facts;

  FlowLimit(Toolpath path, SliceFacts facts) {
    this.path = path;
    this.facts = facts;
  }

  Optional<Finding> finding() {
    double limit = OwnLimits.highest(facts.settings(), LIMITS).orElse(0.0);
    if (limit <= 0) {
      return Optional.empty();
    }
    double diameter =
        OwnLimits.highest(facts.settings(), List.of("filament_diameter")).orElse(USUAL_DIAMETER);
    double area = Math.PI * diameter * diameter / 4;
    double most = limit * TOLERANCE;
    int greatest = -1;
    for (int move = 1; move < path.moves(); move++) {
      if (PartFeatures.contain(path.feature(move))) {
        double dx = path.x(move) - path.x(move - 1);
        double dy = path.y(move) - path.y(move - 1);
        double distance = Math.sqrt(dx * dx + dy * dy);
        double flow = path.extruded(move) * area * path.speed(move) / distance;
        if (distance >= SHORTEST && flow > most) {
          most = flow;
          greatest = move;
        }
      }
    }
    if (greatest < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingCodes.FLOW,
            Severity.CAUTION,
            "line "
                + path.line(greatest)
                + " pushes "
                + Quantities.number(most)
                + " mm³ a second, the file's settings allow "
                + Quantities.number(limit)
                + " mm³ a second",
            Optional.empty()));
  }
}

package touchmark.app.verify;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The rule by which seven answers add up to one verdict.
public final class Verdicts {
  private static final Set<Axis> DECISIVE = EnumSet.of(Axis.INTEGRITY, Axis.RIGHT, Axis.FRESHNESS);

  private Verdicts() {}

  /// FAIL if any check fails; else UNKNOWN if integrity, right or freshness cannot be told; else
  /// CAUTION if any; else PASS.
  public static State of(List<Check> checks) {
    if (any(checks, State.FAIL)) {
      return State.FAIL;
    }
    if (checks.stream()
        .anyMatch(check -> check.state() == State.UNKNOWN && DECISIVE.contains(check.axis()))) {
      return State.UNKNOWN;
    }
    return any(checks, State.CAUTION) ? State.CAUTION : State.PASS;
  }

  /// The worst of several files: FAIL, UNKNOWN, CAUTION, PASS, in that order.
  public static State worst(List<State> verdicts) {
    return List.of(State.FAIL, State.UNKNOWN, State.CAUTION).stream()
        .filter(verdicts::contains)
        .findFirst()
        .orElse(State.PASS);
  }

  private static boolean any(List<Check> checks, State state) {
    return checks.stream().anyMatch(check -> check.state() == state);
  }
}

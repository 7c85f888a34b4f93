package touchmark.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final State[] STATES = State.values();
  private static final Axis[] AXES = Axis.values();

  /// All 4^7 combinations of answers, against the rule as design section 6 words it.
  @Test
  void everyCombinationOfAnswersAddsUpAsTheRuleSays() {
    for (int code = 0; code < Math.powExact(STATES.length, AXES.length); code++) {
      List<Check> checks = combination(code);
      assertThat(Verdicts.of(checks)).as(checks.toString()).isEqualTo(expected(checks));
    }
  }

  @Test
  void theWorstOfSeveralFilesDecides() {
    assertThat(Verdicts.worst(List.of(State.PASS, State.CAUTION, State.UNKNOWN)))
        .isEqualTo(State.UNKNOWN);
    assertThat(Verdicts.worst(List.of(State.UNKNOWN, State.FAIL))).isEqualTo(State.FAIL);
    assertThat(Verdicts.worst(List.of(State.PASS, State.CAUTION))).isEqualTo(State.CAUTION);
    assertThat(Verdicts.worst(List.of())).isEqualTo(State.PASS);
  }

  private static State expected(List<Check> checks) {
    boolean caution = false;
    boolean unknown = false;
    for (Check check : checks) {
      if (check.state() == State.FAIL) {
        return State.FAIL;
      }
      caution |= check.state() == State.CAUTION;
      unknown |=
          check.state() == State.UNKNOWN
              && switch (check.axis()) {
                case INTEGRITY, RIGHT, FRESHNESS -> true;
                case AUTHENTICITY, OWNERSHIP, LINEAGE, SOUNDNESS -> false;
              };
    }
    if (unknown) {
      return State.UNKNOWN;
    }
    return caution ? State.CAUTION : State.PASS;
  }

  private static List<Check> combination(int code) {
    List<Check> checks = new ArrayList<>();
    int rest = code;
    for (Axis axis : AXES) {
      checks.add(new Check(axis, STATES[rest % STATES.length], "", "", List.of(), List.of()));
      rest /= STATES.length;
    }
    return checks;
  }
}

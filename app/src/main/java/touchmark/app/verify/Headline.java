package touchmark.app.verify;

import java.util.List;

/// The one sentence under a verdict: its reason.
final class Headline {
  private Headline() {}

  static String of(Case file, List<Check> checks) {
    return switch (Verdicts.of(checks)) {
      case FAIL -> failure(file, first(checks, State.FAIL));
      case UNKNOWN -> unknown(checks);
      case CAUTION -> first(checks, State.CAUTION).message();
      case PASS -> pass(file);
    };
  }

  private static String failure(Case file, Check check) {
    return switch (check.axis()) {
      case INTEGRITY -> "This is not the file that " + owner(file) + " registered.";
      case RIGHT ->
          file.names().of(file.party()) + " has no right to this file of " + owner(file) + ".";
      case AUTHENTICITY, OWNERSHIP, LINEAGE, SOUNDNESS, FRESHNESS -> check.message();
    };
  }

  private static String unknown(List<Check> checks) {
    if (has(checks, FreshnessQuestion.DAMAGED)) {
      return "The chain on this disk is damaged, so it cannot be told.";
    }
    return has(checks, IntegrityQuestion.NOT_REGISTERED)
        ? "Not registered: nobody claimed these bytes."
        : checks.stream()
            .filter(check -> check.state() == State.UNKNOWN && check.axis() != Axis.LINEAGE)
            .findFirst()
            .map(Check::message)
            .orElseThrow();
  }

  private static String pass(Case file) {
    Registered registered = file.registered().orElseThrow();
    String what =
        registered.named()
            ? "This is " + registered.title() + " as " + registered.owner() + " registered it"
            : "These bytes are as " + registered.owner() + " registered them";
    return what
        + ", and "
        + file.names().of(file.party())
        + (registered.named() ? " may hold it." : " may hold them.");
  }

  private static String owner(Case file) {
    return file.registered().map(Registered::owner).orElseThrow();
  }

  private static boolean has(List<Check> checks, String code) {
    return checks.stream()
        .anyMatch(check -> check.state() == State.UNKNOWN && check.code().equals(code));
  }

  private static Check first(List<Check> checks, State state) {
    return checks.stream().filter(check -> check.state() == state).findFirst().orElseThrow();
  }
}

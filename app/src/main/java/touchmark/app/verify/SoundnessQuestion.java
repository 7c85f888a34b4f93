package touchmark.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Severity;
import touchmark.ledger.model.StatedFinding;

/// What the inspection found, weighed against what the owner's claim states and what the registered
/// model has.
record SoundnessQuestion() implements Question {
  /// What a design may well have on purpose: fine where the owner's claim states it. A surface that
  /// is not closed harms a print, whoever states it.
  private static final Set<String> INTENDED =
      Set.of(FindingCodes.INTERNAL_VOID, FindingCodes.NESTED_SOLID);

  /// What says that there is more in the file than was looked at.
  private static final Set<String> UNSEEN = Set.of(FindingCodes.NOT_READ, FindingCodes.ENCRYPTED);

  @Override
  public Axis axis() {
    return Axis.SOUNDNESS;
  }

  @Override
  public Check answer(Case file) {
    Optional<String> foreign = foreignVoids(file);
    List<Finding> findings = file.inspection().findings();
    Evidence evidence =
        file.registered()
            .map(registered -> Evidence.of(registered.claim()))
            .orElse(Evidence.NONE)
            .with(findings);
    if (foreign.isPresent()) {
      return check(State.FAIL, "FOREIGN_VOID", foreign.get(), evidence);
    }
    Optional<Finding> damage =
        findings.stream().filter(found -> found.code().equals(FindingCodes.DAMAGED)).findFirst();
    if (damage.isPresent()) {
      return check(
          State.FAIL,
          FindingCodes.DAMAGED,
          "The file is damaged: " + damage.get().message() + ".",
          evidence);
    }
    State worst = State.PASS;
    String code = "SOUND";
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<String, List<Finding>> group : byCode(findings).entrySet()) {
      State state = weigh(file, group.getKey(), group.getValue());
      if (state == State.FAIL || (state == State.CAUTION && worst == State.PASS)) {
        if (state != worst) {
          code = group.getKey();
        }
        worst = state;
      }
      if (state != State.PASS) {
        sentences.add(sentence(group.getValue()));
      } else if (INTENDED.contains(group.getKey())) {
        sentences.add(sentence(group.getValue()) + " The owner's claim states it.");
      }
    }
    Optional<Finding> unseen =
        findings.stream().filter(found -> UNSEEN.contains(found.code())).findFirst();
    if (worst == State.PASS && unseen.isPresent()) {
      return check(
          State.UNKNOWN,
          unseen.get().code(),
          "Not inspected: " + unseen.get().message() + ".",
          evidence);
    }
    if (sentences.isEmpty()) {
      sentences.add("The inspection found nothing that a print would suffer from.");
    }
    return check(worst, code, String.join(" ", sentences), evidence);
  }

  private static State weigh(Case file, String code, List<Finding> found) {
    if (code.equals(FindingCodes.EMBEDDED_SCRIPT)) {
      return State.CAUTION;
    }
    if (INTENDED.contains(code)) {
      return stated(file, code, Finding.count(found)) ? State.PASS : State.CAUTION;
    }
    Severity severity =
        found.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.NOTE);
    return switch (severity) {
      case NOTE -> State.PASS;
      case CAUTION -> State.CAUTION;
      case FAIL -> State.FAIL;
    };
  }

  /// Voids of a file that stands in for a registered one, where the registered one has none such.
  private static Optional<String> foreignVoids(Case file) {
    if (file.counterpart().isEmpty() || file.inspection().mesh().isEmpty()) {
      return Optional.empty();
    }
    Registered registered = file.counterpart().get();
    return ForeignVoids.sentence(
        file.inspection().mesh().get(),
        registered.copy().flatMap(copy -> copy.mesh()),
        statedCount(registered, FindingCodes.INTERNAL_VOID),
        registered.title());
  }

  private static boolean stated(Case file, String code, int count) {
    return file.exact().filter(registered -> statedCount(registered, code) >= count).isPresent();
  }

  private static int statedCount(Registered registered, String code) {
    return registered.statement().statedFindings().stream()
        .filter(finding -> finding.code().equals(code))
        .mapToInt(StatedFinding::count)
        .sum();
  }

  private static Map<String, List<Finding>> byCode(List<Finding> findings) {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    findings.forEach(
        finding -> groups.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding));
    return groups;
  }

  private static String sentence(List<Finding> group) {
    String first = group.getFirst().message();
    String whole = first.endsWith(".") ? first : first + ".";
    int more = Finding.count(group) - group.getFirst().count();
    return more == 0 ? whole : whole + " And " + more + " more like it.";
  }
}

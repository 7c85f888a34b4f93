package touchmark.app.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Severity;
import touchmark.app.vault.Shape;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.StatedFinding;

/// What a claim needs of an inspection, small enough to remember: it depends on the bytes alone.
///
/// @param stated the findings that a verification would warn of, counted by code
/// @param shape of a model
record InspectedFacts(List<StatedFinding> stated, Optional<Shape> shape) {
  private static final int MOST_STATED = 32;

  static InspectedFacts of(Inspection inspection) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : inspection.findings()) {
      if (finding.severity() != Severity.NOTE) {
        counts.merge(finding.code(), finding.count(), Integer::sum);
      }
    }
    inspection
        .mesh()
        .map(facts -> facts.internalVoids().size())
        .filter(voids -> voids > 0)
        .ifPresent(voids -> counts.put(FindingCodes.INTERNAL_VOID, voids));
    List<StatedFinding> stated =
        counts.entrySet().stream()
            .limit(MOST_STATED)
            .map(entry -> new StatedFinding(entry.getKey(), entry.getValue()))
            .toList();
    return new InspectedFacts(stated, Shape.of(inspection));
  }

  /// The facts of the files looked at last, by fingerprint. Guarded by its own lock.
  static final class Memory {
    private static final int MOST = 256;

    private final LinkedHashMap<Fingerprint, InspectedFacts> facts = new LinkedHashMap<>();

    synchronized void remember(Inspection inspection) {
      facts.remove(inspection.file().fingerprint());
      facts.put(inspection.file().fingerprint(), of(inspection));
      if (facts.size() > MOST) {
        facts.pollFirstEntry();
      }
    }

    synchronized Optional<InspectedFacts> recall(Fingerprint fingerprint) {
      return Optional.ofNullable(facts.get(fingerprint));
    }
  }
}

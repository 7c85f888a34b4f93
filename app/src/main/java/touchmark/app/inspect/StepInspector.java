package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.CadFacts;
import touchmark.app.format.ProductData;

/// Inspects what a CAD exchange file says besides its shape.
final class StepInspector {
  private StepInspector() {}

  /// @param mesh what was found of its shape, where it has one
  static List<Finding> findings(ProductData.Cad cad, Optional<MeshFacts> mesh) {
    CadFacts facts = cad.facts();
    List<Finding> findings = new ArrayList<>();
    int voids = facts.voids() - mesh.map(found -> found.internalVoids().size()).orElse(0);
    if (voids > 0) {
      findings.add(
          finding(
              FindingCodes.INTERNAL_VOID,
              Severity.CAUTION,
              "the solids themselves state "
                  + Quantities.count(facts.voids(), "internal void", "internal voids")));
    }
    CadFacts.Flaws flaws = facts.flaws();
    if (flaws.dangling() > 0) {
      findings.add(
          finding(
              FindingCodes.DANGLING_REFERENCES,
              Severity.CAUTION,
              Quantities.count(flaws.dangling(), "instance is", "instances are")
                  + " referred to and not defined: "
                  + some(flaws.danglingFirst(), flaws.dangling())));
    }
    if (flaws.duplicates() > 0) {
      findings.add(
          finding(
              FindingCodes.DUPLICATE_INSTANCES,
              Severity.CAUTION,
              Quantities.count(flaws.duplicates(), "instance name is", "instance names are")
                  + " defined again, and programs differ on which counts: "
                  + some(flaws.duplicatesFirst(), flaws.duplicates())));
    }
    boolean geometry = facts.solids() > 0 || facts.faces() > 0 || cad.shape().isPresent();
    if (geometry && facts.unit().isEmpty()) {
      findings.add(
          finding(
              FindingCodes.UNIT_MISSING,
              Severity.CAUTION,
              "no unit of length is stated; the numbers are taken as millimetres"));
    }
    facts
        .shapeBy()
        .ifPresent(
            program ->
                findings.add(
                    finding(
                        FindingCodes.APPROXIMATED,
                        Severity.NOTE,
                        "the shape was made of the file's boundaries by "
                            + program
                            + "; what is said of facets, volume and area is near, not exact")));
    facts
        .withoutShape()
        .ifPresent(
            why ->
                findings.add(
                    finding(
                        FindingCodes.NOT_READ, Severity.NOTE, "no shape was inspected: " + why)));
    return findings;
  }

  private static String some(List<String> first, int all) {
    return String.join(", ", first) + (all > first.size() ? " ..." : "");
  }

  private static Finding finding(String code, Severity severity, String message) {
    return new Finding(code, severity, message, Optional.empty());
  }
}

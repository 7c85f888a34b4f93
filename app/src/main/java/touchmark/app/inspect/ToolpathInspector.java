package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.format.ProductData;
import touchmark.app.format.SliceFacts;
import touchmark.app.mesh.Facets;
import touchmark.app.toolpath.Toolpath;

/// Inspects a sliced file: its layers, and what it does against its own settings.
///
/// A cavity that was in the model when it was sliced has walls like any hole, so only the
/// comparison with the registered file shows it; one that was cut out of the sliced file is looked
/// for.
public final class ToolpathInspector {
  private final Toolpath path;
  private final SliceFacts facts;

  /// @param sliced as its reader made it
  public ToolpathInspector(ProductData.Sliced sliced) {
    this.path = sliced.toolpath();
    this.facts = sliced.facts();
  }

  /// Its numbers.
  public ToolpathFacts facts() {
    return new ToolpathFacts(
        path.layers(),
        path.moves(),
        facts.filamentMillimetres(),
        facts.estimatedTime(),
        facts.generator(),
        path.bounds());
  }

  /// What a person should look at. Layers are counted from 1 in the sentences.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!facts.further().isEmpty()) {
      findings.add(further());
    }
    if (path.bounds().isEmpty()) {
      findings.add(
          new Finding(
              FindingCodes.NO_EXTRUSION,
              Severity.NOTE,
              "nothing in this file extrudes, so it prints nothing",
              Optional.empty()));
      return findings;
    }
    findings.addAll(new LayerProgression(path, facts.settings()).findings());
    findings.addAll(new DryMoves(path).findings());
    findings.addAll(new MissingIslands(path, facts.settings()).findings());
    findings.addAll(new OwnLimits(path, facts).findings());
    new FlowLimit(path, facts).finding().ifPresent(findings::add);
    new AfterTheEnd(path, facts).finding().ifPresent(findings::add);
    return findings;
  }

  private Finding further() {
    return new Finding(
        FindingCodes.PARTLY_READ,
        Severity.CAUTION,
        "the file holds "
            + Quantities.count(facts.further().size(), "plate", "plates")
            + " more, searched for commands only: "
            + String.join(", ", facts.further()),
        Optional.empty());
  }

  static Optional<Place> atLayer(int layer) {
    return Optional.of(new Place(Optional.empty(), Facets.NONE, OptionalInt.of(layer)));
  }
}

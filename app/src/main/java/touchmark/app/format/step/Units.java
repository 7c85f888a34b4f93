package touchmark.app.format.step;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The units of length of a file [ISO 10303-41 4.15].
final class Units {
  private static final int DEEPEST = 4;

  /// Millimetres in a metre with each prefix.
  private static final Map<String, Double> PREFIXES =
      Map.ofEntries(
          Map.entry("", 1e3),
          Map.entry("GIGA", 1e12),
          Map.entry("MEGA", 1e9),
          Map.entry("KILO", 1e6),
          Map.entry("HECTO", 1e5),
          Map.entry("DECA", 1e4),
          Map.entry("DECI", 1e2),
          Map.entry("CENTI", 10.0),
          Map.entry("MILLI", 1.0),
          Map.entry("MICRO", 1e-3),
          Map.entry("NANO", 1e-6),
          Map.entry("PICO", 1e-9));

  private final StepFile file;

  Units(StepFile file) {
    this.file = file;
  }

  /// The names of all units of length that contexts of representations state.
  Set<String> names() throws Cursor.Unfit {
    Set<String> names = new LinkedHashSet<>();
    Records records = file.records();
    for (int record = 0; record < records.count(); record++) {
      if (records.type(record) == StepType.GLOBAL_UNIT_ASSIGNED_CONTEXT) {
        ofContext(records.name(record)).ifPresent(unit -> names.add(unit.name()));
      }
    }
    return names;
  }

  /// The unit of length of a context, if it states one.
  Optional<StepUnit> ofContext(long context) throws Cursor.Unfit {
    for (long unit :
        part(context, "GLOBAL_UNIT_ASSIGNED_CONTEXT").stream()
            .map(part -> part.references(0))
            .flatMap(List::stream)
            .toList()) {
      Optional<StepUnit> length = length(unit, 0);
      if (length.isPresent()) {
        return length;
      }
    }
    return Optional.empty();
  }

  private Optional<StepUnit> length(long name, int depth) throws Cursor.Unfit {
    int record = file.names().record(name);
    if (record < 0 || depth == DEEPEST || file.records().type(record) != StepType.LENGTH_UNIT) {
      return Optional.empty();
    }
    Optional<StepPart> metric = file.records().part(record, "SI_UNIT");
    if (metric.isPresent() && metric.get().word(1).equals("METRE")) {
      String prefix = metric.get().word(0);
      return Optional.ofNullable(PREFIXES.get(prefix))
          .map(factor -> StepUnit.of(prefix + "METRE", factor));
    }
    Optional<StepPart> converted = file.records().part(record, "CONVERSION_BASED_UNIT");
    if (converted.isEmpty() || converted.get().reference(1).isEmpty()) {
      return Optional.empty();
    }
    Optional<StepPart> measure =
        part(converted.get().reference(1).get(), "LENGTH_MEASURE_WITH_UNIT");
    if (measure.isEmpty() || measure.get().reference(1).isEmpty()) {
      return Optional.empty();
    }
    double many = measure.get().number(0).orElse(0);
    String called = converted.get().text(0);
    return length(measure.get().reference(1).get(), depth + 1)
        .filter(base -> many * base.millimetres() > 0)
        .filter(base -> Double.isFinite(many * base.millimetres()))
        .map(base -> StepUnit.of(called, many * base.millimetres()));
  }

  private Optional<StepPart> part(long name, String keyword) throws Cursor.Unfit {
    int record = file.names().record(name);
    return record < 0 ? Optional.empty() : file.records().part(record, keyword);
  }
}

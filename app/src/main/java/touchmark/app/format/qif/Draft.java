package touchmark.app.format.qif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The leaves of one characteristic's definition, nominal, item or measurement.
///
/// @param kind the element's name without `Characteristic` and what follows
/// @param run number of the results that it stands in, from 1
/// @param leaves texts by the names of elements
record Draft(String kind, String id, int run, Map<String, String> leaves) {
  Draft(String kind, String id, int run) {
    this(kind, id, run, new HashMap<>());
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(leaves.get(name)).filter(text -> !text.isEmpty());
  }

  /// A finite number; empty where there is none.
  OptionalDouble number(String name) {
    String text = leaves.getOrDefault(name, "");
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // the schema has other kinds of values too
    }
  }
}

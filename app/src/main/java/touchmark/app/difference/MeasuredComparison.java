package touchmark.app.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import touchmark.app.inspect.Quantities;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;

/// Compares measured data characteristic by characteristic, or cell by cell. What passed and fails
/// now is told first.
final class MeasuredComparison {
  private static final int MOST_TOLD = 20;
  private static final int MOST_CHANGES = 100_000;

  private final List<Change> worse = new ArrayList<>();
  private final List<Change> better = new ArrayList<>();
  private final List<Change> limits = new ArrayList<>();
  private final List<Change> values = new ArrayList<>();
  private final List<Change> added = new ArrayList<>();
  private final List<Change> removed = new ArrayList<>();

  private MeasuredComparison() {}

  static Difference compare(Measured from, Measured to) {
    MeasuredComparison comparison = new MeasuredComparison();
    if (from instanceof Measured.Results before && to instanceof Measured.Results after) {
      comparison.results(before, after);
    } else if (from instanceof Measured.Table before && to instanceof Measured.Table after) {
      comparison.tables(before, after);
    } else if (from instanceof Measured.HeightMap before
        && to instanceof Measured.HeightMap after) {
      comparison.heights(before, after);
    } else {
      comparison.values.add(
          Change.of(Change.Kind.CHANGED, "one holds " + kind(from) + ", the other " + kind(to)));
    }
    return comparison.told();
  }

  private static String kind(Measured measured) {
    return switch (measured) {
      case Measured.Results _ -> "measured characteristics";
      case Measured.Table _ -> "a table";
      case Measured.HeightMap _ -> "a height map";
    };
  }

  private Difference told() {
    List<Change> all = new ArrayList<>();
    for (List<Change> some : List.of(worse, limits, better, values, added, removed)) {
      all.addAll(some);
    }
    List<String> lines = new ArrayList<>();
    all.stream().limit(MOST_TOLD).map(Change::sentence).forEach(lines::add);
    if (all.size() > MOST_TOLD) {
      lines.add("and " + (all.size() - MOST_TOLD) + " more");
    }
    return new Difference(all.isEmpty(), lines, all);
  }

  private void results(Measured.Results from, Measured.Results to) {
    if (!from.products().equals(to.products())) {
      values.add(
          Change.of(
              Change.Kind.CHANGED,
              "products: "
                  + String.join(", ", from.products())
                  + ", now "
                  + String.join(", ", to.products())));
    }
    Map<String, Characteristic> before = byKey(from);
    Map<String, Characteristic> after = byKey(to);
    before.forEach(
        (key, one) -> {
          Characteristic other = after.get(key);
          if (other == null) {
            removed.add(Change.of(Change.Kind.REMOVED, key + " is gone").in(one.run()));
          } else {
            compare(key, one, other);
          }
        });
    after.forEach(
        (key, one) -> {
          if (!before.containsKey(key)) {
            added.add(Change.of(Change.Kind.ADDED, key + " is new").in(one.run()));
          }
        });
  }

  /// Several measurements of one characteristic are counted.
  private static Map<String, Characteristic> byKey(Measured.Results results) {
    Map<String, Characteristic> byKey = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (Characteristic one : results.characteristics()) {
      String key =
          one.kind() + " \"" + one.name() + "\"" + (one.run().isEmpty() ? "" : " of " + one.run());
      int time = times.merge(key, 1, Integer::sum);
      byKey.put(time == 1 ? key : key + ", measurement " + time, one);
    }
    return byKey;
  }

  private void compare(String key, Characteristic from, Characteristic to) {
    if (!from.nominal().equals(to.nominal())
        || !from.lower().equals(to.lower())
        || !from.upper().equals(to.upper())
        || !from.unit().equals(to.unit())
        || from.widens() != to.widens()) {
      limits.add(
          Change.of(Change.Kind.CHANGED, key + ": asked for " + asked(from) + ", now " + asked(to))
              .in(to.run()));
    }
    boolean otherState = !from.passed().equals(to.passed());
    if (from.value().equals(to.value()) && !otherState) {
      return;
    }
    Change change =
        Change.of(Change.Kind.CHANGED, key + ": " + state(from) + ", now " + state(to))
            .in(to.run());
    if (otherState && from.passed().orElse(false)) {
      worse.add(change);
    } else if (otherState) {
      better.add(change);
    } else {
      values.add(change);
    }
  }

  private static String asked(Characteristic one) {
    return number(one.nominal(), "no nominal")
        + " in "
        + number(one.lower(), "")
        + " to "
        + number(one.upper(), "")
        + (one.unit().isEmpty() ? "" : " " + one.unit())
        + (one.widens() ? " and more with the feature's size" : "");
  }

  private static String state(Characteristic one) {
    String value =
        one.value().isPresent()
            ? number(one.value(), "") + (one.unit().isEmpty() ? "" : " " + one.unit())
            : "not measured";
    Optional<Boolean> passed = one.passed();
    return passed.isEmpty() ? value : value + (passed.get() ? " (passed)" : " (failed)");
  }

  private static String number(OptionalDouble value, String otherwise) {
    return value.isPresent() ? Quantities.exact(value.getAsDouble()) : otherwise;
  }

  private void tables(Measured.Table from, Measured.Table to) {
    if (!from.columns().equals(to.columns())) {
      values.add(
          Change.of(
              Change.Kind.CHANGED,
              "columns: "
                  + String.join(", ", from.columns())
                  + ", now "
                  + String.join(", ", to.columns())));
      return;
    }
    rows(from.rows().size(), to.rows().size());
    for (int row = 0; row < Math.min(from.rows().size(), to.rows().size()); row++) {
      for (int column = 0; column < from.columns().size(); column++) {
        String one = from.rows().get(row).get(column);
        String other = to.rows().get(row).get(column);
        if (!SettingValue.same(one, other) && values.size() < MOST_CHANGES) {
          values.add(
              Change.of(
                  Change.Kind.CHANGED,
                  "row "
                      + (row + 1)
                      + ", "
                      + from.columns().get(column)
                      + ": "
                      + SettingValue.shown(one)
                      + ", now "
                      + SettingValue.shown(other)));
        }
      }
    }
  }

  private void heights(Measured.HeightMap from, Measured.HeightMap to) {
    boolean sameGrid =
        from.minX() == to.minX()
            && from.minY() == to.minY()
            && from.stepX() == to.stepX()
            && from.stepY() == to.stepY()
            && from.heights().size() == to.heights().size()
            && from.heights().getFirst().size() == to.heights().getFirst().size();
    if (!sameGrid) {
      values.add(Change.of(Change.Kind.CHANGED, "the grids of the height maps differ"));
      return;
    }
    int differing = 0;
    double most = 0;
    for (int row = 0; row < from.heights().size(); row++) {
      for (int column = 0; column < from.heights().get(row).size(); column++) {
        double one = from.heights().get(row).get(column);
        double other = to.heights().get(row).get(column);
        if (Double.compare(one, other) != 0) {
          differing++;
          most = Double.isNaN(one - other) ? most : Math.max(most, Math.abs(one - other));
        }
      }
    }
    if (differing > 0) {
      values.add(
          Change.of(
              Change.Kind.CHANGED,
              differing + " points differ, by at most " + Quantities.exact(most) + " mm"));
    }
  }

  private void rows(int from, int to) {
    if (to > from) {
      added.add(Change.of(Change.Kind.ADDED, (to - from) + " rows more"));
    } else if (from > to) {
      removed.add(Change.of(Change.Kind.REMOVED, (from - to) + " rows fewer"));
    }
  }
}

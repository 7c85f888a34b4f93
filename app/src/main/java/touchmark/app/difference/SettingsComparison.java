package touchmark.app.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;

/// Compares settings by group and key. Where one side has no groups, such as the comments of a
/// G-code, groups are not looked at.
public final class SettingsComparison {
  private static final int MOST_TOLD = 20;

  private final Map<String, Map<String, List<String>>> from;
  private final Map<String, Map<String, List<String>>> to;
  private final List<Change> changed = new ArrayList<>();
  private final List<Change> onlyFrom = new ArrayList<>();
  private final List<Change> onlyTo = new ArrayList<>();

  private SettingsComparison(Settings from, Settings to) {
    boolean flat = isFlat(from) || isFlat(to);
    this.from = byGroup(from, flat);
    this.to = byGroup(to, flat);
  }

  /// What changed from one file of settings to another.
  public static Difference compare(Settings from, Settings to) {
    SettingsComparison comparison = new SettingsComparison(from, to);
    comparison.compare();
    List<Change> changes = new ArrayList<>(comparison.changed);
    changes.addAll(comparison.onlyTo);
    changes.addAll(comparison.onlyFrom);
    return told(changes, comparison.summary());
  }

  /// What changed between a file of settings and one that was made with some. Each may well say
  /// more than the other: only settings that both state are held against each other.
  public static Difference common(Settings from, Settings to) {
    SettingsComparison comparison = new SettingsComparison(from, to);
    comparison.compare();
    List<Change> changes = new ArrayList<>(comparison.changed);
    comparison.remark(changes, comparison.onlyFrom.size(), "first");
    comparison.remark(changes, comparison.onlyTo.size(), "second");
    return told(changes, comparison.summary());
  }

  private void remark(List<Change> changes, int count, String which) {
    if (count > 0) {
      changes.add(
          Change.of(
              Change.Kind.REMARK,
              counted(count) + " only in the " + which + " file, which says nothing"));
    }
  }

  private static Difference told(List<Change> changes, String summary) {
    boolean same = changes.stream().allMatch(change -> change.kind() == Change.Kind.REMARK);
    List<String> lines = new ArrayList<>();
    if (changes.size() > MOST_TOLD) {
      lines.add(summary);
    }
    changes.stream().limit(MOST_TOLD).map(SettingsComparison::line).forEach(lines::add);
    if (changes.size() > MOST_TOLD) {
      lines.add("and " + (changes.size() - MOST_TOLD) + " more");
    }
    return new Difference(same, lines, changes);
  }

  private static String line(Change change) {
    return change.group().isEmpty()
        ? change.sentence()
        : "[" + change.group() + "] " + change.sentence();
  }

  private String summary() {
    return changed.size()
        + " settings differ, "
        + onlyFrom.size()
        + " are only in the first file, "
        + onlyTo.size()
        + " only in the second";
  }

  private static String counted(int count) {
    return count == 1 ? "1 setting is" : count + " settings are";
  }

  private static boolean isFlat(Settings settings) {
    return settings.groups().stream().allMatch(group -> group.name().isEmpty());
  }

  private static Map<String, Map<String, List<String>>> byGroup(Settings settings, boolean flat) {
    Map<String, Map<String, List<String>>> groups = new LinkedHashMap<>();
    for (SettingsGroup group : settings.groups()) {
      Map<String, List<String>> keys =
          groups.computeIfAbsent(flat ? "" : group.name(), _ -> new LinkedHashMap<>());
      group
          .values()
          .forEach((key, value) -> keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(value));
    }
    return groups;
  }

  private void compare() {
    from.forEach(
        (group, keys) ->
            keys.forEach(
                (key, values) -> {
                  List<String> others = to.getOrDefault(group, Map.of()).get(key);
                  if (others == null) {
                    onlyFrom.add(
                        Change.of(Change.Kind.REMOVED, key + ": was " + shown(values.getFirst()))
                            .in(group));
                  } else if (!agree(values, others)) {
                    changed.add(
                        Change.of(
                                Change.Kind.CHANGED,
                                SettingValue.difference(key, values.getFirst(), others.getFirst()))
                            .in(group));
                  }
                }));
    to.forEach(
        (group, keys) ->
            keys.forEach(
                (key, values) -> {
                  if (!from.getOrDefault(group, Map.of()).containsKey(key)) {
                    onlyTo.add(
                        Change.of(Change.Kind.ADDED, key + ": now " + shown(values.getFirst()))
                            .in(group));
                  }
                }));
  }

  private static String shown(String value) {
    return SettingValue.shown(value);
  }

  /// Several profiles of one file may state a key: one that agrees is enough.
  private static boolean agree(List<String> values, List<String> others) {
    return values.stream()
        .anyMatch(value -> others.stream().anyMatch(other -> SettingValue.same(value, other)));
  }
}

package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings of one kind, as people see them: the first few, and how many more there are. A file of
/// thousands of loose pieces has thousands of findings that say the same.
///
/// @param shown at least one
/// @param more how many are not shown
public record FindingGroup(List<Finding> shown, int more) {
  private static final int MOST_SHOWN = 16;

  public FindingGroup {
    shown = List.copyOf(shown);
  }

  private record Kind(String code, Severity severity) {}

  /// Groups findings by code and severity, in the order in which the kinds first appear.
  public static List<FindingGroup> of(List<Finding> findings) {
    Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding finding : findings) {
      kinds
          .computeIfAbsent(new Kind(finding.code(), finding.severity()), _ -> new ArrayList<>())
          .add(finding);
    }
    return kinds.values().stream().map(FindingGroup::shortened).toList();
  }

  private static FindingGroup shortened(List<Finding> all) {
    int shown = Math.min(MOST_SHOWN, all.size());
    return new FindingGroup(all.subList(0, shown), Finding.count(all.subList(shown, all.size())));
  }
}

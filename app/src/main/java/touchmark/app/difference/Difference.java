package touchmark.app.difference;

import java.util.List;

/// What differs between a registered file and another: a summary for the verification and a list
/// for the window.
///
/// @param same whether nothing of substance differs
/// @param lines the summary, one sentence each, the weightiest first, for example `1 shell more, an
///   internal void of 113.1 mm3 at (12.0, 8.0, 5.0)`
/// @param changes all that differs, in the order of a list on screen; may be far longer than the
///   summary
public record Difference(boolean same, List<String> lines, List<Change> changes) {
  public Difference {
    lines = List.copyOf(lines);
    changes = List.copyOf(changes);
  }

  /// One whose list says what its summary says, without places.
  public Difference(boolean same, List<String> lines) {
    this(
        same,
        lines,
        lines.stream()
            .map(line -> Change.of(same ? Change.Kind.REMARK : Change.Kind.CHANGED, line))
            .toList());
  }

  /// One whose summary says what its list says. Nothing of substance differs when all of the list
  /// are remarks.
  public static Difference of(List<Change> changes) {
    return new Difference(
        changes.stream().allMatch(change -> change.kind() == Change.Kind.REMARK),
        changes.stream().map(Change::sentence).toList(),
        changes);
  }
}

package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.inspect.Quantities;

/// Compares the commands before the first layer, or after the last, line by line.
final class CodeComparison {
  /// Beyond this many pairs of lines, all that is not alike at the beginning and the end counts as
  /// exchanged.
  private static final long MOST_PAIRS = 4_000_000;

  private static final int LONGEST = 120;

  private final String name;
  private final List<Change> changes = new ArrayList<>();
  private int lost;
  private int added;

  /// @param name `start code`
  CodeComparison(String name, List<String> from, List<String> to) {
    this.name = name;
    int most = Math.min(from.size(), to.size());
    int before = 0;
    while (before < most && from.get(before).equals(to.get(before))) {
      before++;
    }
    int after = 0;
    while (after < most - before
        && from.get(from.size() - 1 - after).equals(to.get(to.size() - 1 - after))) {
      after++;
    }
    compare(from.subList(before, from.size() - after), to.subList(before, to.size() - after));
  }

  /// By the longest common subsequence.
  private void compare(List<String> from, List<String> to) {
    if ((long) from.size() * to.size() > MOST_PAIRS) {
      from.forEach(this::lost);
      to.forEach(this::added);
      return;
    }
    int[][] common = new int[from.size() + 1][to.size() + 1];
    for (int a = from.size() - 1; a >= 0; a--) {
      for (int b = to.size() - 1; b >= 0; b--) {
        common[a][b] =
            from.get(a).equals(to.get(b))
                ? common[a + 1][b + 1] + 1
                : Math.max(common[a + 1][b], common[a][b + 1]);
      }
    }
    int a = 0;
    int b = 0;
    while (a < from.size() || b < to.size()) {
      if (a < from.size() && b < to.size() && from.get(a).equals(to.get(b))) {
        a++;
        b++;
      } else if (a < from.size() && (b == to.size() || common[a + 1][b] >= common[a][b + 1])) {
        lost(from.get(a++));
      } else {
        added(to.get(b++));
      }
    }
  }

  private void lost(String line) {
    lost++;
    changes.add(Change.of(Change.Kind.REMOVED, brief(line)).in(name));
  }

  private void added(String line) {
    added++;
    changes.add(Change.of(Change.Kind.ADDED, brief(line)).in(name));
  }

  private static String brief(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /// One sentence; empty when nothing differs.
  Optional<String> summary() {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    if (lost > 0) {
      parts.add(Quantities.count(lost, "line is", "lines are") + " gone");
    }
    if (added > 0) {
      parts.add(Quantities.count(added, "line is", "lines are") + " new");
    }
    return Optional.of(
        name + ": " + String.join(", ", parts) + ", for example " + changes.getFirst().sentence());
  }

  /// A row for each line.
  List<Change> changes() {
    return changes;
  }
}

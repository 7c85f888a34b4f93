package touchmark.app.difference;

import java.util.List;

/// What differs between a registered file and another, as a summary.
///
/// @param same whether nothing of substance differs
/// @param lines one sentence each, the weightiest first, for example `1 shell more, an internal
///   void of 113.1 mm3 at (12.0, 8.0, 5.0)`
public record Difference(boolean same, List<String> lines) {
  public Difference {
    lines = List.copyOf(lines);
  }
}

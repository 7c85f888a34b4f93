package touchmark.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Lines of a name and a value, the values aligned.
final class Rows {
  private final List<String[]> rows = new ArrayList<>();
  private final String indent;

  Rows(String indent) {
    this.indent = indent;
  }

  Rows add(String name, String value) {
    rows.add(new String[] {name, value});
    return this;
  }

  List<String> lines() {
    int widest = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    return rows.stream()
        .map(row -> indent + row[0] + " ".repeat(widest - row[0].length() + 2) + row[1])
        .toList();
  }
}

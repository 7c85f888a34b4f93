package touchmark.app.format.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.measured.Measured;
import touchmark.ledger.Progress;

/// A table with a header [RFC 4180]: cells may be quoted, a quote in one is doubled. A row may have
/// fewer cells than the header, not more.
final class CsvText {
  private static final int MOST_COLUMNS = 10_000;
  private static final int MOST_CELLS = 5_000_000;
  private static final String SEPARATORS = ",;\t";

  private final Path file;
  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private CsvText(Path file, String text, char separator) {
    this.file = file;
    this.text = text;
    this.separator = separator;
  }

  /// Reads a whole text.
  static Measured.Table read(Path file, String text, Progress progress) throws FormatException {
    char separator =
        separator(text)
            .orElseThrow(
                () ->
                    new FormatException(
                        file, "line 1", "a header of several columns", "one column"));
    return new CsvText(file, text, separator).table(progress);
  }

  /// The separator that occurs most in the first line; empty when none does.
  static Optional<Character> separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = 0;
    int most = 1;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      int cells = cells(first, candidate);
      if (cells > most) {
        best = candidate;
        most = cells;
      }
    }
    return most > 1 ? Optional.of(best) : Optional.empty();
  }

  /// How many cells a line has.
  static int cells(String line, char separator) {
    int cells = 1;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells++;
      }
    }
    return cells;
  }

  private Measured.Table table(Progress progress) throws FormatException {
    List<String> header = row(MOST_COLUMNS);
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      int start = line;
      List<String> row = row(header.size());
      if (row.size() > 1 || !row.getFirst().isEmpty()) {
        while (row.size() < header.size()) {
          row.add("");
        }
        rows.add(row);
      }
      if ((long) rows.size() * header.size() > MOST_CELLS) {
        throw problem(start, "at most " + MOST_CELLS + " cells", "more");
      }
      progress.reached(at, text.length());
    }
    return new Measured.Table(Optional.empty(), header, rows);
  }

  private List<String> row(int most) throws FormatException {
    List<String> row = new ArrayList<>();
    int start = line;
    boolean more = true;
    while (more) {
      String cell = cell();
      if (row.size() < most) {
        row.add(cell);
      } else if (!cell.isEmpty()) {
        throw problem(start, "at most " + most + " cells", "more");
      }
      more = at < text.length() && text.charAt(at) == separator;
      if (more) {
        at++;
      }
    }
    endOfLine();
    return row;
  }

  private String cell() throws FormatException {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int from = at;
    while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at).strip();
  }

  private String quoted() throws FormatException {
    int start = line;
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      at++;
      if (c == '\n') {
        line++;
      }
      if (c == '"') {
        if (at == text.length() || text.charAt(at) != '"') {
          afterQuote(start);
          return cell.toString();
        }
        at++;
      }
      cell.append(c);
    }
    throw problem(start, "the end of a quoted cell", "the end of the file");
  }

  private void afterQuote(int start) throws FormatException {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
      throw problem(start, "a separator after a quoted cell", "\"" + text.charAt(at) + "\"");
    }
  }

  private void endOfLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private FormatException problem(int where, String expected, String found) {
    return new FormatException(file, "line " + where, expected, found);
  }
}

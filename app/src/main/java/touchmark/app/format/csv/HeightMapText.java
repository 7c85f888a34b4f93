package touchmark.app.format.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.measured.Measured;

/// The height map of a bed as RepRapFirmware writes it: a title, the names of the grid's numbers,
/// the numbers, and one line of heights for each row of the grid. A height of just `0` was not
/// probed [RepRapFirmware, HeightMap::SaveToFile].
final class HeightMapText {
  static final String BEGINNING = "RepRapFirmware height map file";

  private static final int MOST_POINTS = 1_000_000;

  private final Path file;
  private final List<String> lines;
  private final Map<String, Double> grid = new HashMap<>();

  private HeightMapText(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /// Reads a whole text.
  static Measured.HeightMap read(Path file, String text) throws FormatException {
    return new HeightMapText(file, text.lines().filter(line -> !line.isBlank()).toList()).map();
  }

  private Measured.HeightMap map() throws FormatException {
    List<String> names = cells(1);
    List<String> numbers = cells(2);
    if (names.size() != numbers.size()) {
      throw problem(2, names.size() + " numbers of the grid", Integer.toString(numbers.size()));
    }
    for (int i = 0; i < names.size(); i++) {
      // the third version names the axes in letters
      if (!names.get(i).startsWith("axis")) {
        grid.put(names.get(i), number(2, numbers.get(i)));
      }
    }
    int columns = count("xnum", "num0");
    int rows = count("ynum", "num1");
    if ((long) columns * rows > MOST_POINTS) {
      throw problem(2, "at most " + MOST_POINTS + " points", (long) columns * rows + "");
    }
    if (lines.size() - 3 != rows) {
      throw problem(
          lines.size() - 1, rows + " lines of heights", Integer.toString(lines.size() - 3));
    }
    List<List<Double>> heights = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      heights.add(heights(row + 3, columns));
    }
    return new Measured.HeightMap(
        Optional.of(lines.getFirst().strip()),
        value("xmin", "min0"),
        value("ymin", "min1"),
        value(grid.containsKey("spacing") ? "spacing" : "xspacing", "spacing0"),
        value(grid.containsKey("spacing") ? "spacing" : "yspacing", "spacing1"),
        heights);
  }

  private List<Double> heights(int line, int columns) throws FormatException {
    List<String> cells = cells(line);
    if (cells.size() != columns) {
      throw problem(line, columns + " heights", Integer.toString(cells.size()));
    }
    List<Double> heights = new ArrayList<>();
    for (String cell : cells) {
      heights.add(cell.equals("0") ? Double.NaN : number(line, cell));
    }
    return heights;
  }

  private int count(String name, String otherName) throws FormatException {
    double value = value(name, otherName);
    if (value != Math.rint(value) || value < 1 || value > MOST_POINTS) {
      throw problem(2, "a number of points as " + name, Double.toString(value));
    }
    return (int) value;
  }

  private double value(String name, String otherName) throws FormatException {
    Double value = grid.containsKey(name) ? grid.get(name) : grid.get(otherName);
    if (value == null) {
      throw problem(1, "the name " + name + " or " + otherName, "neither");
    }
    return value;
  }

  private List<String> cells(int line) throws FormatException {
    if (line >= lines.size()) {
      throw problem(line, "a line of the height map", "the end of the file");
    }
    List<String> cells = new ArrayList<>();
    for (String cell : lines.get(line).split(",", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }

  private double number(int line, String text) throws FormatException {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new FormatException(
          file, "line " + (line + 1), "a number", "\"" + shown(text) + "\"", e);
    }
    throw problem(line, "a finite number", "\"" + shown(text) + "\"");
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(40, text.length()));
  }

  private FormatException problem(int line, String expected, String found) {
    return new FormatException(file, "line " + (line + 1), expected, found);
  }
}

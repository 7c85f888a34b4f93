package touchmark.app.difference;

import java.util.Arrays;

/// Where there is material at one height, on a square grid around the origin.
final class MaterialGrid {
  /// How lines are told to enclose material.
  enum Rule {
    /// Material lies on the left of each line; what lies in several shells is material once.
    LEFT,
    /// Each line is a border, whichever way it runs.
    EVEN_ODD
  }

  private final int size;
  private final double cell;
  private final boolean[] filled;

  /// @param size cells along each side
  /// @param cell mm
  MaterialGrid(int size, double cell) {
    this(size, cell, new boolean[size * size]);
  }

  private MaterialGrid(int size, double cell, boolean[] filled) {
    this.size = size;
    this.cell = cell;
    this.filled = filled;
  }

  /// Fills what closed lines enclose: the cells whose middle is in it.
  ///
  /// @param ends x and y of both ends of each line, mm
  static MaterialGrid of(int size, double cell, Rule rule, double... ends) {
    MaterialGrid grid = new MaterialGrid(size, cell);
    Crossings[] rows = new Crossings[size];
    for (int i = 0; i < size; i++) {
      rows[i] = new Crossings();
    }
    for (int i = 0; i < ends.length; i += 4) {
      grid.cross(rows, ends[i], ends[i + 1], ends[i + 2], ends[i + 3]);
    }
    for (int row = 0; row < size; row++) {
      grid.fill(row, rows[row], rule);
    }
    return grid;
  }

  private double middle(int index) {
    return (index - (size - 1) / 2.0) * cell;
  }

  /// The first cell whose middle is not below a place.
  private int from(double place) {
    double index = Math.ceil(place / cell + (size - 1) / 2.0);
    return (int) Math.clamp(index, 0, size);
  }

  private void cross(Crossings[] rows, double fromX, double fromY, double toX, double toY) {
    boolean down = toY < fromY;
    int last = from(Math.max(fromY, toY));
    for (int row = from(Math.min(fromY, toY)); row < last; row++) {
      double share = (middle(row) - fromY) / (toY - fromY);
      rows[row].add(fromX + share * (toX - fromX), down);
    }
  }

  private void fill(int row, Crossings crossings, Rule rule) {
    crossings.sort();
    int winding = 0;
    for (int i = 0; i < crossings.count(); i++) {
      boolean inside = rule == Rule.LEFT ? winding > 0 : (winding & 1) != 0;
      if (inside) {
        Arrays.fill(
            filled, row * size + from(crossings.x(i - 1)), row * size + from(crossings.x(i)), true);
      }
      winding += rule == Rule.EVEN_ODD || crossings.down(i) ? 1 : -1;
    }
  }

  /// What is left when everything within some cells of a border goes.
  MaterialGrid shrunk(int cells) {
    boolean[] across = new boolean[filled.length];
    boolean[] both = new boolean[filled.length];
    for (int line = 0; line < size; line++) {
      shrink(filled, across, line * size, 1, cells);
    }
    for (int line = 0; line < size; line++) {
      shrink(across, both, line, size, cells);
    }
    return new MaterialGrid(size, cell, both);
  }

  /// Along one line: a cell stays when all cells so near to it are filled.
  private void shrink(boolean[] from, boolean[] to, int begin, int step, int cells) {
    int run = 0;
    for (int i = 0; i < size; i++) {
      run = from[begin + i * step] ? run + 1 : 0;
      int middle = i - cells;
      if (run > 2 * cells && middle >= 0) {
        to[begin + middle * step] = true;
      }
    }
  }

  /// The area of this material where the other has none, mm2.
  double areaOutside(MaterialGrid other) {
    int count = 0;
    for (int at = 0; at < filled.length; at++) {
      if (filled[at] && !other.filled[at]) {
        count++;
      }
    }
    return count * cell * cell;
  }

  /// Where one row crosses lines.
  private static final class Crossings {
    /// The place, and in its last bit whether the line runs down.
    private long[] sorted = new long[8];

    private int count;

    void add(double x, boolean down) {
      if (count == sorted.length) {
        sorted = Arrays.copyOf(sorted, 2 * count);
      }
      long bits = Double.doubleToLongBits(x);
      sorted[count++] = (ordered(bits) & ~1L) | (down ? 1 : 0);
    }

    void sort() {
      Arrays.sort(sorted, 0, count);
    }

    int count() {
      return count;
    }

    boolean down(int index) {
      return (sorted[index] & 1) != 0;
    }

    double x(int index) {
      return Double.longBitsToDouble(ordered(sorted[index]));
    }

    /// Bits in the order of their numbers, and back.
    private static long ordered(long bits) {
      return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }
  }
}

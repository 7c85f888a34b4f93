package touchmark.app.difference;

import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// How a layer differs from another.
///
/// @param kind by the places and heights, the filament and the features of its moves
/// @param dx shift along x, mm, when shifted
/// @param dy shift along y, mm, when shifted
/// @param speedsDiffer whether any speed differs, for layers of as many moves
/// @param fansDiffer whether the fan turns at another speed anywhere, likewise
record LayerComparison(Kind kind, double dx, double dy, boolean speedsDiffer, boolean fansDiffer) {
  /// Places closer than this are the same, mm.
  private static final double SAME_PLACE = 0.002;

  private static final double SAME_EXTRUSION = 0.0005;
  private static final double SAME_SPEED = 0.05;
  private static final double SAME_FAN = 0.01;

  private static final LayerComparison ALL_DIFFERENT =
      new LayerComparison(Kind.DIFFERENT, 0, 0, false, false);

  enum Kind {
    SAME,
    SHIFTED,
    DIFFERENT
  }

  static LayerComparison of(Toolpath from, int fromLayer, Toolpath to, int toLayer) {
    int a = from.firstMove(fromLayer);
    int b = to.firstMove(toLayer);
    int moves = from.firstMove(fromLayer + 1) - a;
    if (moves != to.firstMove(toLayer + 1) - b) {
      return ALL_DIFFERENT;
    }
    if (moves == 0) {
      return new LayerComparison(Kind.SAME, 0, 0, false, false);
    }
    double dx = to.x(b + moves - 1) - from.x(a + moves - 1);
    double dy = to.y(b + moves - 1) - from.y(a + moves - 1);
    // within a layer every height counts: a nozzle that dips cuts through what is printed
    double dz = to.z(b + moves - 1) - from.z(a + moves - 1);
    boolean speedsDiffer = false;
    boolean fansDiffer = false;
    for (int i = begin(from, a, moves); i < moves; i++) {
      boolean same = isSame(from, a + i, to, b + i, dx, dy, dz);
      if (!same) {
        return ALL_DIFFERENT;
      }
      speedsDiffer |= Math.abs(to.speed(b + i) - from.speed(a + i)) > SAME_SPEED;
      fansDiffer |= Math.abs(to.fan(b + i) - from.fan(a + i)) > SAME_FAN;
    }
    boolean shifted = Math.abs(dx) >= SAME_PLACE || Math.abs(dy) >= SAME_PLACE;
    return new LayerComparison(
        shifted ? Kind.SHIFTED : Kind.SAME, dx, dy, speedsDiffer, fansDiffer);
  }

  /// Whether a move ends at the same place but for a shift, and makes the same with the same tool.
  static boolean isSame(Toolpath from, int a, Toolpath to, int b, double dx, double dy, double dz) {
    return Math.abs(to.x(b) - from.x(a) - dx) < SAME_PLACE
        && Math.abs(to.y(b) - from.y(a) - dy) < SAME_PLACE
        && Math.abs(to.z(b) - from.z(a) - dz) < SAME_PLACE
        && Math.abs(to.extruded(b) - from.extruded(a)) < SAME_EXTRUSION
        && to.feature(b) == from.feature(a)
        && to.tool(b) == from.tool(a);
  }

  /// The move that goes to where printing begins. Those before it start where the layer before
  /// ended, and say nothing of this one.
  private static int begin(Toolpath path, int first, int moves) {
    int printing = 0;
    while (printing < moves && path.feature(first + printing) == Feature.TRAVEL) {
      printing++;
    }
    return printing == moves ? 0 : Math.max(0, printing - 1);
  }
}

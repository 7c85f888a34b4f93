package touchmark.app.format.gcode;

/// How much filament is pushed. What is pulled back and pushed again counts once: for each tool the
/// farthest that its filament ever came.
final class FilamentMeter {
  private static final int TOOLS = 64;

  private final double[] now = new double[TOOLS];
  private final double[] farthest = new double[TOOLS];
  private int tool;

  /// Another tool; those beyond the last count as the last.
  void select(int number) {
    tool = Math.clamp(number, 0, TOOLS - 1);
  }

  void push(double millimetres) {
    now[tool] += millimetres;
    farthest[tool] = Math.max(farthest[tool], now[tool]);
  }

  /// All tools together, mm.
  double total() {
    double total = 0;
    for (double length : farthest) {
      total += length;
    }
    return total;
  }
}

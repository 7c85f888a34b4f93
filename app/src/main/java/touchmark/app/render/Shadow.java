package touchmark.app.render;

import java.util.Optional;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Mesh;
import touchmark.app.toolpath.Toolpath;

/// The soft dark patch on the plate: the outline of what is near the plate, blurred.
final class Shadow {
  /// No patch.
  static final Shadow NONE = new Shadow(new Box(0, 0, 0, 1, 1, 1));

  private static final int CELLS = 128;

  /// Room around the part for the blur, as a share of its larger side.
  private static final double MARGIN = 0.16;

  private static final int BLUR = 5;
  private static final double DARKEST = 0.55;
  private static final int MOST_MOVES = 400_000;

  private final double originX;
  private final double originY;
  private final double cell;
  private final double floor;
  private final double fade;
  private float[] cells = new float[CELLS * CELLS];

  private Shadow(Box box) {
    double side = Math.max(1e-9, Math.max(box.sizeX(), box.sizeY()) * (1 + 2 * MARGIN));
    cell = side / CELLS;
    originX = box.centreX() - side / 2;
    originY = box.centreY() - side / 2;
    floor = box.minZ();
    fade = 0.3 * Math.max(side / 4, Math.min(box.sizeZ(), side));
  }

  static Shadow of(Subject subject) {
    Optional<Box> bounds = subject.bounds();
    if (bounds.isEmpty()) {
      return NONE;
    }
    Shadow shadow = new Shadow(bounds.get());
    switch (subject) {
      case Subject.Solid solid -> shadow.cast(solid.mesh());
      case Subject.Sliced sliced -> shadow.cast(sliced.toolpath());
    }
    shadow.blur();
    return shadow;
  }

  /// From 0, none, to about half.
  double at(double x, double y) {
    double column = (x - originX) / cell - 0.5;
    double row = (y - originY) / cell - 0.5;
    if (!(column > 0 && row > 0 && column < CELLS - 1 && row < CELLS - 1)) {
      return 0;
    }
    int left = (int) column;
    int below = (int) row;
    double across = column - left;
    double up = row - below;
    int i = below * CELLS + left;
    double lower = cells[i] * (1 - across) + cells[i + 1] * across;
    double upper = cells[i + CELLS] * (1 - across) + cells[i + CELLS + 1] * across;
    return DARKEST * (lower * (1 - up) + upper * up);
  }

  private void cast(Mesh mesh) {
    float[] positions = mesh.positions();
    int[] triangles = mesh.triangles();
    for (int i = 0; i < triangles.length; i += 3) {
      cast(positions, 3 * triangles[i], 3 * triangles[i + 1], 3 * triangles[i + 2]);
    }
  }

  private void cast(float[] p, int a, int b, int c) {
    double lowest = Math.min(p[a + 2], Math.min(p[b + 2], p[c + 2]));
    float dark = (float) Math.exp(-(lowest - floor) / fade);
    double ax = (p[a] - originX) / cell;
    double ay = (p[a + 1] - originY) / cell;
    double bx = (p[b] - originX) / cell;
    double by = (p[b + 1] - originY) / cell;
    double cx = (p[c] - originX) / cell;
    double cy = (p[c + 1] - originY) / cell;
    int left = (int) Math.min(ax, Math.min(bx, cx));
    int right = (int) Math.max(ax, Math.max(bx, cx));
    int below = (int) Math.min(ay, Math.min(by, cy));
    int above = (int) Math.max(ay, Math.max(by, cy));
    double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    for (int row = below; row <= above; row++) {
      for (int column = left; column <= right; column++) {
        double x = column + 0.5;
        double y = row + 0.5;
        double u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) * area;
        double v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) * area;
        double w = ((ax - x) * (by - y) - (bx - x) * (ay - y)) * area;
        if ((left == right && below == above) || (u >= 0 && v >= 0 && w >= 0)) {
          darken(column, row, dark);
        }
      }
    }
  }

  private void cast(Toolpath toolpath) {
    int moves = Math.min(toolpath.moves(), MOST_MOVES);
    for (int move = 1; move < moves; move++) {
      if (toolpath.extruded(move) <= 0) {
        continue;
      }
      double fromX = toolpath.x(move - 1);
      double fromY = toolpath.y(move - 1);
      double dx = toolpath.x(move) - fromX;
      double dy = toolpath.y(move) - fromY;
      int steps = 1 + (int) Math.min(4 * CELLS, Math.sqrt(dx * dx + dy * dy) / cell);
      float dark = (float) Math.exp(-Math.max(0, toolpath.z(move) - floor) / fade);
      for (int step = 0; step <= steps; step++) {
        double along = (double) step / steps;
        darken(
            (int) ((fromX + along * dx - originX) / cell),
            (int) ((fromY + along * dy - originY) / cell),
            dark);
      }
    }
  }

  private void darken(int column, int row, float dark) {
    if (column >= 0 && row >= 0 && column < CELLS && row < CELLS) {
      int i = row * CELLS + column;
      cells[i] = Math.max(cells[i], dark);
    }
  }

  // Three passes of a box come close to a Gaussian.
  private void blur() {
    for (int pass = 0; pass < 3; pass++) {
      cells = blurred(blurred(cells, 1, CELLS), CELLS, 1);
    }
  }

  private static float[] blurred(float[] from, int step, int line) {
    float[] to = new float[from.length];
    for (int start = 0; start < CELLS; start++) {
      for (int i = 0; i < CELLS; i++) {
        float sum = 0;
        for (int near = Math.max(0, i - BLUR); near <= Math.min(CELLS - 1, i + BLUR); near++) {
          sum += from[start * line + near * step];
        }
        to[start * line + i * step] = sum / (2 * BLUR + 1);
      }
    }
    return to;
  }
}

package touchmark.app.render;

/// A triangle cut to what is before the eye and below a section. Each worker has its own.
final class Clipper {
  private static final int MOST = 5;

  private final Projector projector;
  private final double section;

  private double[] x = new double[MOST];
  private double[] y = new double[MOST];
  private double[] z = new double[MOST];
  private double[] cutX = new double[MOST];
  private double[] cutY = new double[MOST];
  private double[] cutZ = new double[MOST];
  private int corners;

  /// @param section height above which everything is cut away; positive infinity for none
  Clipper(Projector projector, double section) {
    this.projector = projector;
    this.section = section;
  }

  /// Draws what remains of the triangle of three corners in `positions`.
  void triangle(VisibilityBuffer into, int id, float[] positions, int a, int b, int c) {
    corners = 3;
    corner(0, positions, a);
    corner(1, positions, b);
    corner(2, positions, c);
    if (section != Double.POSITIVE_INFINITY) {
      cutAbove();
    }
    if (projector.perspective()) {
      cutBehind();
    }
    for (int i = 2; i < corners; i++) {
      fan(into, id, i);
    }
  }

  private void corner(int at, float[] positions, int vertex) {
    x[at] = positions[3 * vertex];
    y[at] = positions[3 * vertex + 1];
    z[at] = positions[3 * vertex + 2];
  }

  private void cutAbove() {
    double[] inside = new double[corners];
    for (int i = 0; i < corners; i++) {
      inside[i] = section - z[i];
    }
    cut(inside);
  }

  private void cutBehind() {
    double[] inside = new double[corners];
    for (int i = 0; i < corners; i++) {
      inside[i] = projector.ahead(x[i], y[i], z[i]) - projector.near();
    }
    cut(inside);
  }

  // Sutherland and Hodgman: walk around, keep what is inside, add where an edge crosses.
  private void cut(double[] inside) {
    int kept = 0;
    for (int i = 0; i < corners; i++) {
      int next = i + 1 == corners ? 0 : i + 1;
      if (inside[i] >= 0) {
        cutX[kept] = x[i];
        cutY[kept] = y[i];
        cutZ[kept++] = z[i];
      }
      if (inside[i] >= 0 != inside[next] >= 0) {
        double along = inside[i] / (inside[i] - inside[next]);
        cutX[kept] = x[i] + along * (x[next] - x[i]);
        cutY[kept] = y[i] + along * (y[next] - y[i]);
        cutZ[kept++] = z[i] + along * (z[next] - z[i]);
      }
    }
    double[] swapX = x;
    double[] swapY = y;
    double[] swapZ = z;
    x = cutX;
    y = cutY;
    z = cutZ;
    cutX = swapX;
    cutY = swapY;
    cutZ = swapZ;
    corners = kept;
  }

  private void fan(VisibilityBuffer into, int id, int i) {
    double aheadA = projector.ahead(x[0], y[0], z[0]);
    double aheadB = projector.ahead(x[i - 1], y[i - 1], z[i - 1]);
    double aheadC = projector.ahead(x[i], y[i], z[i]);
    into.triangle(
        id,
        pixelX(0, aheadA),
        pixelY(0, aheadA),
        projector.depth(aheadA),
        pixelX(i - 1, aheadB),
        pixelY(i - 1, aheadB),
        projector.depth(aheadB),
        pixelX(i, aheadC),
        pixelY(i, aheadC),
        projector.depth(aheadC));
  }

  private double pixelX(int i, double ahead) {
    return projector.pixelX(projector.across(x[i], y[i]), projector.magnified(ahead));
  }

  private double pixelY(int i, double ahead) {
    return projector.pixelY(projector.above(x[i], y[i], z[i]), projector.magnified(ahead));
  }
}

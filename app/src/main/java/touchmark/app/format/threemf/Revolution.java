package touchmark.app.format.threemf;

import java.util.Arrays;
import touchmark.app.mesh.TriangleList;

/// Turns outlines around axes into closed solids and collects their facets.
final class Revolution {
  private static final int MOST_POINTS = 16;

  private final TriangleList triangles;
  private float[] positions;
  private int vertices;

  private int sides = 6;
  private double[] cosines = new double[0];
  private double[] sines = new double[0];

  /// The axis: where it begins, and three directions of length 1, the first along it.
  private final double[] origin = new double[3];

  private final double[] along = new double[3];
  private final double[] across = new double[3];
  private final double[] third = new double[3];

  private final double[] heights = new double[MOST_POINTS];
  private final double[] widths = new double[MOST_POINTS];
  private int points;

  /// @param positions to which vertices are added; copied
  /// @param triangles to which facets are added
  Revolution(float[] positions, TriangleList triangles) {
    this.positions = positions.clone();
    this.vertices = positions.length / 3;
    this.triangles = triangles;
  }

  /// How many sides stand for a circle; so wide that their area is the circle's.
  void useSides(int number) {
    sides = number;
    double step = 2 * Math.PI / sides;
    double widen = Math.sqrt(step / Math.sin(step));
    cosines = new double[sides];
    sines = new double[sides];
    for (int side = 0; side < sides; side++) {
      cosines[side] = widen * Math.cos(side * step);
      sines[side] = widen * Math.sin(side * step);
    }
  }

  /// Lays the axis from one place to another.
  ///
  /// @return how far that is; nothing is laid for 0
  double setAxis(float[] places, int from, int to) {
    double length = 0;
    for (int axis = 0; axis < 3; axis++) {
      origin[axis] = places[from + axis];
      along[axis] = (double) places[to + axis] - places[from + axis];
      length += along[axis] * along[axis];
    }
    length = Math.sqrt(length);
    if (length > 0) {
      for (int axis = 0; axis < 3; axis++) {
        along[axis] /= length;
      }
      turnAcross();
    }
    return length;
  }

  /// Lays the axis upward through a place.
  void setUpright(float[] places, int at) {
    for (int axis = 0; axis < 3; axis++) {
      origin[axis] = places[at + axis];
      along[axis] = axis == 2 ? 1 : 0;
    }
    turnAcross();
  }

  private void turnAcross() {
    int least = 0;
    for (int axis = 1; axis < 3; axis++) {
      least = Math.abs(along[axis]) < Math.abs(along[least]) ? axis : least;
    }
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      across[axis] = (axis == least ? 1 : 0) - along[least] * along[axis];
      square += across[axis] * across[axis];
    }
    for (int axis = 0; axis < 3; axis++) {
      across[axis] /= Math.sqrt(square);
    }
    for (int axis = 0; axis < 3; axis++) {
      int next = (axis + 1) % 3;
      int last = (axis + 2) % 3;
      third[axis] = along[next] * across[last] - along[last] * across[next];
    }
    points = 0;
  }

  /// The next point of the outline, upward; the first and the last lie on the axis.
  void addPoint(double height, double width) {
    heights[points] = height;
    widths[points] = width;
    points++;
  }

  /// Adds the solid.
  void revolve() {
    int before = -1;
    for (int point = 0; point < points; point++) {
      int ring = widths[point] == 0 ? addPole(heights[point]) : addRing(point);
      if (point > 0) {
        close(before, widths[point - 1] == 0, ring, widths[point] == 0);
      }
      before = ring;
    }
  }

  private int addPole(double height) {
    add(height, 0, 0);
    return vertices - 1;
  }

  private int addRing(int point) {
    for (int side = 0; side < sides; side++) {
      add(heights[point], widths[point] * cosines[side], widths[point] * sines[side]);
    }
    return vertices - sides;
  }

  private void add(double up, double out, double aside) {
    if (3 * vertices == positions.length) {
      positions = Arrays.copyOf(positions, Math.max(96, positions.length + positions.length / 2));
      positions =
          positions.length % 3 == 0
              ? positions
              : Arrays.copyOf(positions, positions.length / 3 * 3);
    }
    for (int axis = 0; axis < 3; axis++) {
      positions[3 * vertices + axis] =
          (float) (origin[axis] + up * along[axis] + out * across[axis] + aside * third[axis]);
    }
    vertices++;
  }

  /// Facets between one ring or pole and the next above it.
  private void close(int below, boolean poleBelow, int above, boolean poleAbove) {
    for (int side = 0; side < sides; side++) {
      int next = (side + 1) % sides;
      if (!poleBelow) {
        triangles.add(below + side, below + next, poleAbove ? above : above + next);
      }
      if (!poleAbove) {
        triangles.add(poleBelow ? below : below + side, above + next, above + side);
      }
    }
  }

  /// x, y, z of all vertices.
  float[] positions() {
    return Arrays.copyOf(positions, 3 * vertices);
  }
}

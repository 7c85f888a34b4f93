package touchmark.app.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fills the inside of each layer with parallel lines, turned from layer to layer: solid where one
/// of the layers near it ends, every n-th line elsewhere.
final class InfillPlan {
  /// How far under the innermost wall's bead the lines reach, in bead widths.
  private static final double UNDER_WALL = 0.2;

  private static final int WALLS = 2;
  private static final double DIAGONAL = Math.sqrt(0.5);

  private final SliceSettings settings;

  /// The different insides that layers have; as (u, v) for lines along u, for either direction.
  private final List<List<List<Point>>> rising = new ArrayList<>();

  private final List<List<List<Point>>> falling = new ArrayList<>();

  /// For each layer, which of them it has: between two steps of a part all layers are alike.
  private final int[] shapes;

  /// A line to print.
  record Line(Point from, Point to) {}

  /// The lines of a layer.
  record Lines(List<Line> sparse, List<Line> solid, List<Line> top) {}

  InfillPlan(List<List<List<Point>>> sections, SliceSettings settings) {
    this.settings = settings;
    this.shapes = new int[sections.size()];
    Map<List<List<Point>>, Integer> known = new HashMap<>();
    for (int layer = 0; layer < shapes.length; layer++) {
      List<List<Point>> inside =
          Inset.of(sections.get(layer), (WALLS - UNDER_WALL) * settings.width());
      Integer shape = known.putIfAbsent(inside, known.size());
      shapes[layer] = shape == null ? rising.size() : shape;
      if (shape == null) {
        rising.add(turned(inside, 1));
        falling.add(turned(inside, -1));
      }
    }
  }

  private static List<List<Point>> turned(List<List<Point>> loops, int direction) {
    List<List<Point>> turned = new ArrayList<>();
    for (List<Point> loop : loops) {
      turned.add(loop.stream().map(point -> turn(point, direction)).toList());
    }
    return turned;
  }

  private static Point turn(Point point, int direction) {
    return new Point(
        (point.x() + direction * point.y()) * DIAGONAL,
        (point.y() - direction * point.x()) * DIAGONAL);
  }

  Lines layer(int layer) {
    int direction = layer % 2 == 0 ? 1 : -1;
    List<List<List<Point>>> insides = direction > 0 ? rising : falling;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (List<Point> loop : insides.get(shapes[layer])) {
      for (Point point : loop) {
        low = Math.min(low, point.y());
        high = Math.max(high, point.y());
      }
    }
    Lines lines = new Lines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    double spacing = settings.width();
    for (long k = (long) Math.ceil(low / spacing); k * spacing <= high; k++) {
      row(insides, layer, k, direction, lines);
    }
    return lines;
  }

  private void row(List<List<List<Point>>> insides, int layer, long k, int direction, Lines lines) {
    double v = k * settings.width();
    Spans here = Spans.inside(insides.get(shapes[layer]), v);
    Spans covered = here.and(neighbour(insides, layer + 1, v));
    Spans core = covered;
    int before = shapes[layer];
    for (int near = -settings.solidLayers(); near <= settings.solidLayers(); near++) {
      int shape = shape(layer + near);
      if (shape != before && shape != shapes[layer]) {
        core = core.and(neighbour(insides, layer + near, v));
      }
      before = shape;
    }
    Spans top = here.without(covered);
    Spans solid = here.without(core).and(covered);
    boolean back = k % 2 != 0;
    add(lines.top, top, v, direction, back);
    add(lines.solid, solid, v, direction, back);
    if (Math.floorMod(k, settings.infillEvery()) == 0) {
      add(lines.sparse, core, v, direction, back);
    }
  }

  /// The shape of a layer; -1 beyond the part.
  private int shape(int layer) {
    return layer < 0 || layer >= shapes.length ? -1 : shapes[layer];
  }

  private Spans neighbour(List<List<List<Point>>> insides, int layer, double v) {
    int shape = shape(layer);
    return shape < 0 ? new Spans(List.of()) : Spans.inside(insides.get(shape), v);
  }

  private void add(List<Line> lines, Spans spans, double v, int direction, boolean back) {
    List<Spans.Span> stretches = spans.atLeast(2 * settings.width()).list();
    for (Spans.Span span : back ? stretches.reversed() : stretches) {
      Point from = turn(new Point(span.from(), v), -direction);
      Point to = turn(new Point(span.to(), v), -direction);
      lines.add(back ? new Line(to, from) : new Line(from, to));
    }
  }
}

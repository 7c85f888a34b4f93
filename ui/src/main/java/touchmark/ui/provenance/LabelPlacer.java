package touchmark.ui.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ui.provenance.Drawing.Label;
import touchmark.ui.provenance.Drawing.Mark;
import touchmark.ui.provenance.Drawing.Tone;

/// Finds room for labels: below the mark, else above, else nowhere. No label covers a mark or
/// another label; an arrow only where there is no other room.
final class LabelPlacer {
  private static final double ROOMY_LINE = 16;
  private static final double COMPACT_LINE = 15;
  private static final double ROOMY_DISTANCE = 16;
  private static final double COMPACT_DISTANCE = 9;
  private static final double SIDE = 3;

  private record Area(double left, double top, double right, double bottom) {
    boolean meets(Area other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final double width;
  private final double height;
  private final double line;
  private final double distance;
  private final List<Area> marks = new ArrayList<>();
  private final List<Area> ways = new ArrayList<>();
  private final List<Area> labels = new ArrayList<>();

  LabelPlacer(double width, double height, boolean roomy) {
    this.width = width;
    this.height = height;
    this.line = roomy ? ROOMY_LINE : COMPACT_LINE;
    this.distance = roomy ? ROOMY_DISTANCE : COMPACT_DISTANCE;
  }

  /// A mark that no label may cover.
  void keepClear(double x, double y, double radius) {
    marks.add(new Area(x - radius, y - MarkShape.RADIUS, x + radius, y + MarkShape.RADIUS));
  }

  /// A point of an arrow, to be kept clear where possible.
  void crossing(double x, double y) {
    ways.add(new Area(x - 1, y - 1, x + 1, y + 1));
  }

  Optional<Label> place(
      Mark mark, int event, String text, String second, double textWidth, Tone tone) {
    double tall = second.isEmpty() ? line : 2 * line;
    double wide = textWidth + 2 * SIDE;
    double left = Math.clamp(mark.x() - wide / 2, 0, Math.max(0, width - wide));
    if (left > mark.x() || left + wide < mark.x()) {
      return Optional.empty();
    }
    Area below = area(left, mark.y() + distance, wide, tall);
    Area above = area(left, mark.y() - distance - tall, wide, tall);
    for (boolean clearOfWays : new boolean[] {true, false}) {
      for (Area area : List.of(below, above)) {
        if (fits(area) && !(clearOfWays && meets(area, ways))) {
          labels.add(area);
          return Optional.of(new Label(event, text, second, area.left, area.top, wide, tall, tone));
        }
      }
    }
    return Optional.empty();
  }

  private static Area area(double left, double top, double wide, double tall) {
    return new Area(left, top, left + wide, top + tall);
  }

  private boolean fits(Area area) {
    return area.top >= 0 && area.bottom <= height && !meets(area, marks) && !meets(area, labels);
  }

  private static boolean meets(Area area, List<Area> others) {
    return others.stream().anyMatch(area::meets);
  }
}

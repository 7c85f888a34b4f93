package touchmark.ui.provenance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Timeline;
import touchmark.ledger.model.ResourceId;
import touchmark.ui.provenance.Drawing.Arrow;
import touchmark.ui.provenance.Drawing.Label;
import touchmark.ui.provenance.Drawing.Mark;
import touchmark.ui.provenance.Drawing.Tone;

/// Says what stands where on the timeline of one asset: lanes, marks, arrows, labels, the axis.
final class TimelineLayout {
  /// Room at both ends of the story, in pixels.
  static final double MARGIN = 44;

  private static final double RADIUS = MarkShape.RADIUS;
  private static final double SIGHT = 120;
  private static final double ROOMY_LINE = 0.42;
  private static final double COMPACT_LINE = 0.34;
  private static final int NAMED = 3;
  private static final double SPARE = 5;
  private static final double LEAST_RISE = 8;
  private static final int MOST_LEAVING = 200;
  private static final int MOST_CROSSING = 24;

  private final Timeline timeline;
  private final TimeScale scale;
  private final Wording words;
  private final TextWidth widths;
  private final AxisLayout axis;
  private final Map<ResourceId, Integer> laneOf = new HashMap<>();
  private final Map<Integer, Integer> orderOf = new HashMap<>();

  /// @param now not before the last event
  /// @throws IllegalArgumentException if there is no event, or one stands in no lane
  TimelineLayout(Timeline timeline, Instant now, ZoneId zone, Wording words, TextWidth widths) {
    if (timeline.events().isEmpty()) {
      throw new IllegalArgumentException("a timeline to draw has at least one event");
    }
    this.timeline = timeline;
    this.words = words;
    this.widths = widths;
    for (int i = 0; i < timeline.lanes().size(); i++) {
      laneOf.put(timeline.lanes().get(i).party(), i);
    }
    for (Event event : timeline.events()) {
      if (!laneOf.containsKey(event.lane())) {
        throw new IllegalArgumentException("event " + event.id() + " stands in no lane");
      }
    }
    for (int i = 0; i < timeline.events().size(); i++) {
      orderOf.put(timeline.events().get(i).id(), i);
    }
    this.scale = new TimeScale(timeline.events().stream().map(Event::at).toList(), now);
    this.axis = new AxisLayout(scale, zone, words, widths);
  }

  /// The story's length in units.
  double units() {
    return scale.total();
  }

  /// Where an event stands, in units from the beginning.
  double unitOf(Event event) {
    return scale.unit(orderOf.getOrDefault(event.id(), 0));
  }

  /// Lays out what is in sight.
  ///
  /// @param zoom scale and place along the time
  /// @param laneHeight distance of two lanes
  /// @param height of the plot, not less than that of all lanes
  /// @param roomy whether every mark is labelled, in two lines
  /// @param selected id of the selected event
  Drawing draw(Zoom zoom, double laneHeight, double height, boolean roomy, OptionalInt selected) {
    List<Mark> all = marks(zoom, laneHeight, roomy, selected);
    List<Mark> marks = all.stream().filter(mark -> inSight(mark.x(), zoom.width())).toList();
    Map<Integer, Mark> markOf = new HashMap<>();
    all.forEach(mark -> mark.events().forEach(event -> markOf.put(event.id(), mark)));
    LabelPlacer placer = new LabelPlacer(zoom.width(), height, roomy);
    marks.forEach(mark -> placer.keepClear(mark.x(), mark.y(), mark.radius()));
    List<Arrow> arrows = arrows(all, markOf, laneHeight, zoom.width(), selected, placer);
    List<Double> lanes = new ArrayList<>();
    for (int i = 0; i < timeline.lanes().size(); i++) {
      lanes.add(laneY(i, laneHeight, roomy));
    }
    double nowX = zoom.x(scale.total());
    return new Drawing(
        zoom.width(),
        height,
        lanes,
        marks,
        arrows,
        labels(marks, roomy, placer),
        axis.ticks(zoom),
        axis.folds(zoom),
        nowX >= 0 && nowX <= zoom.width() ? OptionalDouble.of(nowX) : OptionalDouble.empty());
  }

  private static boolean inSight(double x, double width) {
    return x > -SIGHT && x < width + SIGHT;
  }

  private static double laneY(int lane, double laneHeight, boolean roomy) {
    return laneHeight * (lane + (roomy ? ROOMY_LINE : COMPACT_LINE));
  }

  private List<Mark> marks(Zoom zoom, double laneHeight, boolean roomy, OptionalInt selected) {
    List<List<List<Event>>> groups = new ArrayList<>();
    double[] lastX = new double[timeline.lanes().size()];
    for (int i = 0; i < timeline.lanes().size(); i++) {
      groups.add(new ArrayList<>());
      lastX[i] = Double.NEGATIVE_INFINITY;
    }
    List<Event> events = timeline.events();
    for (int i = 0; i < events.size(); i++) {
      int lane = laneOf.getOrDefault(events.get(i).lane(), 0);
      double x = zoom.x(scale.unit(i));
      List<List<Event>> inLane = groups.get(lane);
      if (x - lastX[lane] < 2 * RADIUS) {
        inLane.getLast().add(events.get(i));
      } else {
        inLane.add(new ArrayList<>(List.of(events.get(i))));
        lastX[lane] = x;
      }
    }
    List<Mark> marks = new ArrayList<>();
    for (int lane = 0; lane < groups.size(); lane++) {
      for (List<Event> group : groups.get(lane)) {
        marks.add(
            mark(
                group, zoom.x(unitOf(group.getFirst())), laneY(lane, laneHeight, roomy), selected));
      }
    }
    marks.sort(Comparator.comparingDouble(Mark::x));
    return marks;
  }

  private Mark mark(List<Event> group, double x, double y, OptionalInt selected) {
    boolean chosen = group.stream().anyMatch(event -> is(event, selected));
    double radius =
        group.size() == 1
            ? RADIUS
            : Math.max(RADIUS, widths.of(Integer.toString(group.size()), true) / 2 + 5);
    return new Mark(group, x, y, radius, tone(group), chosen);
  }

  private static boolean is(Event event, OptionalInt selected) {
    return selected.isPresent() && selected.getAsInt() == event.id();
  }

  private static Tone tone(List<Event> group) {
    if (group.stream().anyMatch(event -> event.kind() == EventKind.BREACH)) {
      return Tone.BREACH;
    }
    if (group.stream().allMatch(event -> event.kind() == EventKind.REFUSED)) {
      return Tone.REFUSED;
    }
    return group.stream().allMatch(Event::isFinal) ? Tone.FINAL : Tone.PROVISIONAL;
  }

  private List<Arrow> arrows(
      List<Mark> marks,
      Map<Integer, Mark> markOf,
      double laneHeight,
      double width,
      OptionalInt selected,
      LabelPlacer placer) {
    Map<Way, Boolean> ways = ways(markOf, width, selected);
    List<Arrow> arrows = new ArrayList<>();
    ways.forEach(
        (way, chosen) -> {
          ArrowPath path = path(way.from(), way.to(), marks, laneHeight);
          path.points().forEach(point -> placer.crossing(point.x(), point.y()));
          boolean dataWent = way.tone() == Tone.FINAL || way.tone() == Tone.PROVISIONAL;
          arrows.add(new Arrow(path.line(), dataWent ? path.head() : "", way.tone(), chosen));
        });
    return arrows;
  }

  private record Way(Mark from, Mark to, Tone tone) {
    /// How many of its ends are in sight.
    int endsInSight(double width) {
      return (inSight(from.x(), width) ? 1 : 0) + (inSight(to.x(), width) ? 1 : 0);
    }
  }

  /// The ways to draw, and whether each is selected. Of those that leave the picture, and of those
  /// that only cross it, the first few stand for the others: thousands drawn over each other tell
  /// nothing more, and take long.
  private Map<Way, Boolean> ways(Map<Integer, Mark> markOf, double width, OptionalInt selected) {
    Map<Way, Boolean> ways = new LinkedHashMap<>();
    int leaving = 0;
    int crossing = 0;
    for (Event event : timeline.events()) {
      Mark to = markOf.get(event.id());
      Mark from = event.from().map(markOf::get).orElse(null);
      if (from == null || to == null || from.equals(to) || outOfSight(from, to, width)) {
        continue;
      }
      Way way = new Way(from, to, tone(List.of(event)));
      boolean chosen = is(event, selected);
      int ends = way.endsInSight(width);
      boolean room = ends == 2 || (ends == 1 ? leaving < MOST_LEAVING : crossing < MOST_CROSSING);
      boolean known = ways.computeIfPresent(way, (_, before) -> before || chosen) != null;
      if (!known && (room || chosen)) {
        ways.put(way, chosen);
        leaving += ends == 1 ? 1 : 0;
        crossing += ends == 0 ? 1 : 0;
      }
    }
    return ways;
  }

  private static boolean outOfSight(Mark from, Mark to, double width) {
    return to.x() < -SIGHT || from.x() > width + SIGHT;
  }

  private static ArrowPath path(Mark from, Mark to, List<Mark> marks, double laneHeight) {
    if (from.y() != to.y()) {
      return ArrowPath.toLane(from.x(), from.y(), to.x(), to.y(), to.radius());
    }
    boolean between =
        marks.stream()
            .anyMatch(
                mark -> mark.y() == from.y() && mark.x() > from.x() + 1 && mark.x() < to.x() - 1);
    if (!between) {
      return ArrowPath.straight(from.x(), to.x(), from.y(), from.radius(), to.radius());
    }
    double over = from.y() - RADIUS - SPARE;
    boolean above = over >= LEAST_RISE;
    return ArrowPath.arc(
        from.x(),
        to.x(),
        from.y(),
        RADIUS,
        above ? -Math.min(laneHeight * 0.34, over) : laneHeight * 0.3);
  }

  private List<Label> labels(List<Mark> marks, boolean roomy, LabelPlacer placer) {
    List<Mark> order = new ArrayList<>(marks);
    order.sort(Comparator.comparingInt(TimelineLayout::weight).thenComparingDouble(Mark::x));
    List<Label> labels = new ArrayList<>();
    for (Mark mark : order) {
      boolean unnamed = !roomy && weight(mark) > NAMED;
      if (unnamed || (mark.folded() && !mark.selected())) {
        continue;
      }
      Event event = mark.event();
      String text = words.label(event);
      String second = roomy ? words.day(event) : "";
      double textWidth = Math.max(widths.of(text, true), widths.of(second, false));
      Tone tone = mark.selected() && mark.tone() != Tone.BREACH ? Tone.SELECTED : mark.tone();
      placer.place(mark, event.id(), text, second, textWidth, tone).ifPresent(labels::add);
    }
    return labels;
  }

  private static int weight(Mark mark) {
    if (mark.selected()) {
      return 0;
    }
    return switch (mark.event().kind()) {
      case BREACH, REFUSED -> 1;
      case CLAIM, REVOKE, WITHDRAW, DISPUTE -> 2;
      case SLICE, PRINT, TRANSFER, PART -> NAMED;
      case VERIFIED, FORWARD, SEND, RECEIVED -> NAMED + 1;
    };
  }
}

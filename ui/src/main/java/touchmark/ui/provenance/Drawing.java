package touchmark.ui.provenance;

import java.util.List;
import java.util.OptionalDouble;
import touchmark.app.timeline.Event;

/// The timeline, laid out: what stands where, in pixels from the plot's upper left corner. Drawn as
/// nodes by [LaneNodes] and as text by [SvgTimeline].
///
/// @param lanes height of each lane's line, from the top
/// @param nowX where now is, when that is in sight
record Drawing(
    double width,
    double height,
    List<Double> lanes,
    List<Mark> marks,
    List<Arrow> arrows,
    List<Label> labels,
    List<Tick> ticks,
    List<FoldSign> folds,
    OptionalDouble nowX) {
  Drawing {
    lanes = List.copyOf(lanes);
    marks = List.copyOf(marks);
    arrows = List.copyOf(arrows);
    labels = List.copyOf(labels);
    ticks = List.copyOf(ticks);
    folds = List.copyOf(folds);
  }

  /// How a mark, arrow or label is coloured.
  enum Tone {
    FINAL,
    PROVISIONAL,
    REFUSED,
    BREACH,
    SELECTED
  }

  /// One event, or several that are too near to stand apart.
  ///
  /// @param radius half the width of what is drawn
  record Mark(List<Event> events, double x, double y, double radius, Tone tone, boolean selected) {
    Mark {
      events = List.copyOf(events);
    }

    /// Whether it stands for more than one event.
    boolean folded() {
      return events.size() > 1;
    }

    /// The first of its events.
    Event event() {
      return events.getFirst();
    }
  }

  /// The way from one mark to another.
  ///
  /// @param line path data
  /// @param head path data of the point, empty for ways that no data took
  record Arrow(String line, String head, Tone tone, boolean selected) {}

  /// Words at a mark.
  ///
  /// @param second a second, quieter line, or empty
  record Label(
      int event,
      String text,
      String second,
      double x,
      double y,
      double width,
      double height,
      Tone tone) {}

  /// A moment on the axis.
  ///
  /// @param x of the moment
  /// @param textX left edge of the words
  record Tick(double x, double textX, String text) {}

  /// A place where quiet time was left out.
  ///
  /// @param text how much, or empty where there is no room to say it
  record FoldSign(double x, double textX, String text) {}
}

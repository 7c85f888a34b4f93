package touchmark.ui.provenance;

import java.time.Duration;
import java.time.Instant;
import touchmark.app.timeline.Event;

/// The words that the timeline writes by itself.
interface Wording {
  /// The first line at a mark.
  String label(Event event);

  /// The second line at a mark: the day.
  String day(Event event);

  /// How much quiet time was left out.
  String quiet(Duration duration);

  /// Where the story ends.
  String now();

  /// The day, or the day and time, at which the axis begins.
  String start(Instant first, boolean withTime);

  /// A moment on the axis, as short as its grain allows.
  String tick(Instant moment, Grain grain);
}

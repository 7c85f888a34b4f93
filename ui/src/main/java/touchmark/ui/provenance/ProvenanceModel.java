package touchmark.ui.provenance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.Lane;
import touchmark.app.timeline.Timeline;

/// Which story is shown and which of its events is selected. Belongs to the FX thread.
public final class ProvenanceModel {
  private final ReadOnlyObjectWrapper<Optional<Timeline>> timeline =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Event>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// What is shown; empty when there is nothing to tell.
  public ReadOnlyObjectProperty<Optional<Timeline>> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Event>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Shows a story. What was selected stays selected when the same event is told again.
  public void show(Timeline story) {
    Optional<Event> still =
        timeline.get().filter(before -> before.subject().equals(story.subject())).isPresent()
            ? selected.get().flatMap(event -> same(event, story))
            : Optional.empty();
    timeline.set(Optional.of(story));
    selected.set(still);
  }

  /// Shows nothing.
  public void clear() {
    selected.set(Optional.empty());
    timeline.set(Optional.empty());
  }

  public void select(Event event) {
    selected.set(Optional.of(event));
  }

  public void clearSelection() {
    selected.set(Optional.empty());
  }

  /// The event after the selected one; the first when none is selected.
  public void next() {
    step(1);
  }

  /// The event before the selected one; the last when none is selected.
  public void previous() {
    step(-1);
  }

  public void first() {
    events().stream().findFirst().ifPresent(this::select);
  }

  public void last() {
    if (!events().isEmpty()) {
      select(events().getLast());
    }
  }

  /// The event nearest in time in a lane above.
  public void up() {
    toLane(-1);
  }

  /// The event nearest in time in a lane below.
  public void down() {
    toLane(1);
  }

  /// The name of a lane's party.
  public String laneName(Event event) {
    return lane(event).map(Lane::name).orElseGet(() -> event.lane().value());
  }

  private Optional<Lane> lane(Event event) {
    return lanes().stream().filter(lane -> lane.party().equals(event.lane())).findFirst();
  }

  private void step(int by) {
    List<Event> events = events();
    if (events.isEmpty()) {
      return;
    }
    int at = selected.get().map(events::indexOf).orElse(by > 0 ? -1 : events.size());
    select(events.get(Math.clamp(at + by, 0, events.size() - 1)));
  }

  private void toLane(int direction) {
    Optional<Event> from = selected.get();
    if (from.isEmpty()) {
      first();
      return;
    }
    List<Event> events = events();
    int lane = laneIndex(from.get());
    int at = events.indexOf(from.get());
    ToIntFunction<Event> lanesAway = event -> (laneIndex(event) - lane) * direction;
    events.stream()
        .filter(event -> lanesAway.applyAsInt(event) > 0)
        .min(
            Comparator.comparingInt(lanesAway)
                .thenComparingInt(event -> Math.abs(events.indexOf(event) - at)))
        .ifPresent(this::select);
  }

  private int laneIndex(Event event) {
    return lane(event).map(lanes()::indexOf).orElse(0);
  }

  private List<Event> events() {
    return timeline.get().map(Timeline::events).orElse(List.of());
  }

  private List<Lane> lanes() {
    return timeline.get().map(Timeline::lanes).orElse(List.of());
  }

  private static Optional<Event> same(Event event, Timeline story) {
    return story.events().stream()
        .filter(
            other ->
                other.kind() == event.kind()
                    && other.lane().equals(event.lane())
                    && other.at().equals(event.at())
                    && other.fingerprint().equals(event.fingerprint()))
        .findFirst();
  }
}

package touchmark.ui.provenance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.Timeline;
import touchmark.ui.provenance.Drawing.Mark;

/// Draws the lanes, and lets people zoom, pan and walk through them. Style classes: `lanes`, in it
/// `lane-names`, `plot`, `axis`, as [LaneNodes] has them.
final class LanesView extends Region {
  private static final double COMPACT_NAMES = 156;
  private static final double ROOMY_NAMES = 144;
  private static final double AXIS = 24;
  private static final double ROOMY_AXIS = 40;
  private static final double COMPACT_LANE = 34;
  private static final double ROOMY_LANE = 84;
  private static final double TALLEST_LANE = 124;
  private static final double WHEEL = 0.0025;

  private final ProvenanceModel model;
  private final StoryWords words;
  private final Clock clock;
  private final BooleanProperty roomy = new SimpleBooleanProperty();

  private final MeasuredText measure = new MeasuredText();
  private final LaneNodes nodes;

  private @Nullable TimelineLayout layout;
  private @Nullable Zoom zoom;
  private double scroll;
  private @Nullable Point2D dragged;

  LanesView(ProvenanceModel model, StoryWords words, Function<Mark, String> explain, Clock clock) {
    this.model = model;
    this.words = words;
    this.clock = clock;
    getStyleClass().add("lanes");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    nodes = new LaneNodes(words, measure, explain);
    getChildren().addAll(measure.probes());
    getChildren().addAll(nodes.axis(), nodes.plot(), nodes.names());
    model.timelineProperty().subscribe(this::tell);
    model.selectedProperty().subscribe(this::reveal);
    roomy.subscribe(this::requestLayout);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    nodes.plot().setOnMousePressed(this::press);
    nodes.plot().setOnMouseDragged(this::drag);
    nodes.plot().setOnMouseClicked(this::click);
  }

  /// Whether every mark is labelled in two lines, in tall lanes.
  BooleanProperty roomyProperty() {
    return roomy;
  }

  /// Shows the whole story.
  void fit() {
    zoom = null;
    scroll = 0;
    requestLayout();
  }

  /// The whole story as it is exported: every event apart from the others.
  Optional<SvgTimeline> picture() {
    TimelineLayout current = layout;
    return current == null
        ? Optional.empty()
        : model.timelineProperty().get().map(told -> new SvgTimeline(told, current, measure));
  }

  /// What was drawn last, for tests.
  List<MarkNode> marksInSight() {
    return nodes.marks();
  }

  private void tell(Optional<Timeline> story) {
    boolean same = layout != null && zoom != null;
    layout =
        story
            .filter(told -> !told.events().isEmpty())
            .map(told -> new TimelineLayout(told, clock.instant(), clock.getZone(), words, measure))
            .orElse(null);
    if (!same || layout == null) {
      fit();
    } else {
      zoom = null;
      requestLayout();
    }
  }

  private void reveal(Optional<Event> event) {
    event.ifPresent(
        chosen -> {
          if (layout != null && zoom != null) {
            zoom = zoom.showing(layout.unitOf(chosen));
          }
          setAccessibleText(chosen.explanation());
        });
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    double lane = roomy.get() ? ROOMY_LANE : COMPACT_LANE;
    return lane * laneCount() + axisHeight();
  }

  @Override
  protected double computeMinHeight(double width) {
    return COMPACT_LANE + axisHeight();
  }

  private int laneCount() {
    return model.timelineProperty().get().map(told -> told.lanes().size()).orElse(0);
  }

  private double axisHeight() {
    return roomy.get() ? ROOMY_AXIS : AXIS;
  }

  private double laneHeight(double available) {
    double least = roomy.get() ? ROOMY_LANE : COMPACT_LANE;
    double most = roomy.get() ? TALLEST_LANE : COMPACT_LANE + 6;
    return laneCount() == 0 ? least : Math.clamp(available / laneCount(), least, most);
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = roomy.get() ? ROOMY_NAMES : COMPACT_NAMES;
    double height = Math.max(0, getHeight() - axisHeight());
    double width = Math.max(1, getWidth() - nameWidth);
    nodes.arrange(nameWidth, width, height, axisHeight());
    TimelineLayout current = layout;
    if (current == null) {
      nodes.hide();
      return;
    }
    zoom = zoom == null ? Zoom.fit(width, current.units()) : zoom.resized(width);
    double laneHeight = laneHeight(height);
    scroll = Math.clamp(scroll, 0, Math.max(0, laneHeight * laneCount() - height));
    OptionalInt chosen =
        model
            .selectedProperty()
            .get()
            .map(Event::id)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
    nodes.draw(
        current.draw(
            zoom, laneHeight, Math.max(height, laneHeight * laneCount()), roomy.get(), chosen),
        model.timelineProperty().get().map(Timeline::lanes).orElse(List.of()),
        laneHeight,
        scroll,
        roomy.get());
  }

  private void wheel(ScrollEvent event) {
    if (zoom == null || event.isInertia()) {
      return;
    }
    double x = nodes.plot().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    if (event.isShiftDown() || event.getDeltaX() != 0) {
      double along = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
      zoom = zoom.panned(along);
    } else {
      zoom = zoom.around(x, Math.exp(event.getDeltaY() * WHEEL));
    }
    event.consume();
    requestLayout();
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragged = new Point2D(event.getX(), event.getY());
  }

  private void drag(MouseEvent event) {
    if (dragged != null && zoom != null) {
      zoom = zoom.panned(event.getX() - dragged.getX());
      scroll -= event.getY() - dragged.getY();
      dragged = new Point2D(event.getX(), event.getY());
      requestLayout();
    }
  }

  private void click(MouseEvent event) {
    if (!event.isStillSincePress()) {
      return;
    }
    nodes.marks().stream()
        .filter(mark -> mark.contains(mark.sceneToLocal(event.getSceneX(), event.getSceneY())))
        .map(MarkNode::mark)
        .findFirst()
        .ifPresentOrElse(this::choose, model::clearSelection);
  }

  private void choose(Mark mark) {
    if (mark.folded() && zoom != null) {
      zoom = zoom.around(mark.x(), 3);
    }
    model.select(mark.event());
  }

  private void key(KeyEvent event) {
    boolean known = true;
    switch (event.getCode()) {
      case RIGHT -> model.next();
      case LEFT -> model.previous();
      case UP -> model.up();
      case DOWN -> model.down();
      case HOME -> model.first();
      case END -> model.last();
      case PLUS, ADD, EQUALS -> zoomInPlace(1.5);
      case MINUS, SUBTRACT -> zoomInPlace(1 / 1.5);
      case ESCAPE -> {
        known = model.selectedProperty().get().isPresent();
        model.clearSelection();
      }
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private void zoomInPlace(double factor) {
    if (zoom != null) {
      zoom = zoom.around(zoom.width() / 2, factor);
      requestLayout();
    }
  }
}

package touchmark.ui.provenance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.Lane;
import touchmark.app.timeline.Timeline;
import touchmark.ui.provenance.Drawing.Mark;

/// Draws the lanes, and lets people zoom, pan and walk through them. Style classes: `lanes`, in it
/// `lane-names`, `plot`, `axis`.
final class LanesView extends Region {
  private static final double COMPACT_NAMES = 156;
  private static final double ROOMY_NAMES = 144;
  private static final double AXIS = 24;
  private static final double ROOMY_AXIS = 40;
  private static final double COMPACT_LANE = 34;
  private static final double ROOMY_LANE = 84;
  private static final double TALLEST_LANE = 124;
  private static final double WHEEL = 0.0025;
  private static final int DENSE_FROM = 200;
  private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");

  private final ProvenanceModel model;
  private final StoryWords words;
  private final Function<Mark, String> explain;
  private final Clock clock;
  private final BooleanProperty roomy = new SimpleBooleanProperty();

  private final MeasuredText measure = new MeasuredText();
  private final Pane names = layer("lane-names");
  private final Pane plot = layer("plot");
  private final Pane story = new Pane();
  private final Pane axis = layer("axis");
  private final Rectangle namesClip = new Rectangle();
  private final Rectangle plotClip = new Rectangle();
  private final Line now = new Line();
  private final Text nowText = new Text();
  private final Pool<VBox> laneNames = new Pool<>(names, LanesView::nameBox);
  private final Pool<Line> laneLines;
  private final Pool<Line> laneRules;
  private final Pool<Line> foldLines;
  private final Pool<Group> arrows;
  private final Pool<VBox> labels;
  private final Pool<MarkNode> marks;
  private final Pool<Text> ticks = new Pool<>(axis, () -> text("tick-text"));
  private final Pool<Line> tickLines = new Pool<>(axis, () -> line("tick"));
  private final Pool<SVGPath> foldSigns = new Pool<>(axis, LanesView::foldSign);

  private @Nullable TimelineLayout layout;
  private @Nullable Zoom zoom;
  private double scroll;
  private @Nullable Point2D dragged;

  LanesView(ProvenanceModel model, StoryWords words, Function<Mark, String> explain, Clock clock) {
    this.model = model;
    this.words = words;
    this.explain = explain;
    this.clock = clock;
    getStyleClass().add("lanes");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    Pane lines = new Pane();
    Pane arrowLayer = new Pane();
    Pane labelLayer = new Pane();
    Pane markLayer = new Pane();
    labelLayer.setMouseTransparent(true);
    laneRules = new Pool<>(lines, () -> line("lane-rule"));
    laneLines = new Pool<>(lines, () -> line("lane-line"));
    foldLines = new Pool<>(lines, () -> line("fold-line"));
    arrows = new Pool<>(arrowLayer, LanesView::arrow);
    labels = new Pool<>(labelLayer, LanesView::labelBox);
    marks = new Pool<>(markLayer, MarkNode::new);
    now.getStyleClass().add("now-line");
    nowText.getStyleClass().add("now-text");
    nowText.setText(words.now());
    story.getChildren().addAll(lines, arrowLayer, labelLayer, markLayer);
    for (Pane pane : List.of(lines, arrowLayer, labelLayer, markLayer, story)) {
      pane.setManaged(false);
    }
    plot.getChildren().addAll(now, story);
    axis.getChildren().add(nowText);
    now.setManaged(false);
    nowText.setManaged(false);
    names.setClip(namesClip);
    plot.setClip(plotClip);
    getChildren().addAll(measure.probes());
    getChildren().addAll(axis, plot, names);
    model.timelineProperty().subscribe(this::tell);
    model.selectedProperty().subscribe(this::reveal);
    roomy.subscribe(this::requestLayout);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    plot.setOnMousePressed(this::press);
    plot.setOnMouseDragged(this::drag);
    plot.setOnMouseClicked(this::click);
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
    return marks.inUse();
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
    names.resizeRelocate(0, 0, nameWidth, height);
    plot.resizeRelocate(nameWidth, 0, width, height);
    axis.resizeRelocate(nameWidth, height, width, axisHeight());
    size(namesClip, nameWidth, height);
    size(plotClip, width, height);
    TimelineLayout current = layout;
    if (current == null) {
      hideAll();
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
    draw(
        current.draw(
            zoom, laneHeight, Math.max(height, laneHeight * laneCount()), roomy.get(), chosen),
        laneHeight,
        height);
  }

  private static void size(Rectangle clip, double width, double height) {
    clip.setWidth(width);
    clip.setHeight(height);
  }

  private List<Pool<? extends Node>> pools() {
    return List.of(
        laneNames, laneLines, laneRules, foldLines, arrows, labels, marks, ticks, tickLines,
        foldSigns);
  }

  private void hideAll() {
    pools().forEach(Pool::begin);
    pools().forEach(Pool::end);
    now.setVisible(false);
    nowText.setVisible(false);
  }

  private void draw(Drawing drawing, double laneHeight, double height) {
    pools().forEach(Pool::begin);
    story.relocate(0, -scroll);
    drawLanes(drawing, laneHeight);
    boolean dense = drawing.arrows().size() > DENSE_FROM;
    drawing.arrows().forEach(arrow -> drawArrow(arrow, dense));
    drawing.labels().forEach(this::drawLabel);
    drawing.marks().forEach(mark -> marks.next().show(mark, explain.apply(mark)));
    drawAxis(drawing, height);
    pools().forEach(Pool::end);
    marks.inUse().forEach(MarkNode::centreCount);
  }

  private void drawLanes(Drawing drawing, double laneHeight) {
    List<Lane> lanes = model.timelineProperty().get().map(Timeline::lanes).orElse(List.of());
    for (int i = 0; i < lanes.size(); i++) {
      double y = drawing.lanes().get(i);
      place(laneLines.next(), 0, y, drawing.width(), y);
      if (roomy.get()) {
        double end = laneHeight * (i + 1);
        place(laneRules.next(), 0, end, drawing.width(), end);
      }
      VBox box = laneNames.next();
      Label name = (Label) box.getChildren().get(0);
      Label role = (Label) box.getChildren().get(1);
      name.setText(lanes.get(i).name());
      role.setText(lanes.get(i).role());
      boolean second = roomy.get() && !lanes.get(i).role().isEmpty();
      role.setVisible(second);
      role.setManaged(second);
      box.setAccessibleText(lanes.get(i).name() + " " + lanes.get(i).role());
      box.applyCss();
      double tall = box.prefHeight(names.getWidth());
      box.resizeRelocate(0, y - scroll - tall / 2, names.getWidth(), tall);
    }
  }

  private void drawArrow(Drawing.Arrow arrow, boolean dense) {
    Group group = arrows.next();
    ((SVGPath) group.getChildren().get(0)).setContent(arrow.line());
    ((SVGPath) group.getChildren().get(1)).setContent(arrow.head());
    group.pseudoClassStateChanged(DENSE, dense);
    ToneClasses.apply(group, arrow.tone(), arrow.selected());
  }

  private void drawLabel(Drawing.Label label) {
    VBox box = labels.next();
    Text first = (Text) box.getChildren().get(0);
    Text second = (Text) box.getChildren().get(1);
    first.setText(label.text());
    second.setText(label.second());
    second.setManaged(!label.second().isEmpty());
    ToneClasses.apply(box, label.tone(), false);
    box.resizeRelocate(label.x(), label.y(), label.width(), label.height());
  }

  private void drawAxis(Drawing drawing, double height) {
    for (Drawing.Tick tick : drawing.ticks()) {
      place(tickLines.next(), tick.x(), 0, tick.x(), 4);
      write(ticks.next(), tick.text(), tick.textX());
    }
    for (Drawing.FoldSign fold : drawing.folds()) {
      place(foldLines.next(), fold.x(), 0, fold.x(), Math.max(height, drawing.height()));
      foldSigns.next().setLayoutX(fold.x());
      write(ticks.next(), fold.text(), fold.textX());
    }
    boolean nowInSight = drawing.nowX().isPresent();
    now.setVisible(nowInSight);
    nowText.setVisible(nowInSight);
    drawing
        .nowX()
        .ifPresent(
            x -> {
              place(now, x, 0, x, height);
              write(nowText, words.now(), x - measure.of(words.now(), true) / 2);
            });
  }

  private void write(Text text, String what, double x) {
    text.setText(what);
    text.setX(x);
    text.setY(axisHeight() / 2 + 5);
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }

  private void wheel(ScrollEvent event) {
    if (zoom == null || event.isInertia()) {
      return;
    }
    double x = plot.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
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
    marks.inUse().stream()
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

  private static Pane layer(String styleClass) {
    Pane pane = new Pane();
    pane.getStyleClass().add(styleClass);
    pane.setManaged(false);
    return pane;
  }

  private static Line line(String styleClass) {
    Line line = new Line();
    line.getStyleClass().add(styleClass);
    return line;
  }

  private static Text text(String styleClass) {
    Text text = new Text();
    text.getStyleClass().add(styleClass);
    return text;
  }

  private static VBox nameBox() {
    Label name = new Label();
    name.getStyleClass().add("lane-name");
    Label role = new Label();
    role.getStyleClass().add("lane-role");
    VBox box = new VBox(name, role);
    box.getStyleClass().add("lane-name-box");
    return box;
  }

  private static VBox labelBox() {
    VBox box = new VBox(text("mark-text"), text("mark-second"));
    box.getStyleClass().add("mark-label");
    return box;
  }

  private static Group arrow() {
    SVGPath line = new SVGPath();
    line.getStyleClass().add("way");
    SVGPath head = new SVGPath();
    head.getStyleClass().add("head");
    Group group = new Group(line, head);
    group.getStyleClass().add("arrow");
    group.setMouseTransparent(true);
    return group;
  }

  private static SVGPath foldSign() {
    SVGPath sign = new SVGPath();
    sign.setContent("M-6 6L-1 -6M1 6L6 -6");
    sign.getStyleClass().add("fold-sign");
    return sign;
  }
}

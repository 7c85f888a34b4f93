package touchmark.ui.provenance;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import touchmark.app.timeline.Lane;
import touchmark.ui.provenance.Drawing.Mark;

/// The nodes that a [Drawing] is shown with: names at the left, the plot beside them, the axis
/// below. Knows nothing of zoom and of keys.
final class LaneNodes {
  private static final int DENSE_FROM = 200;
  private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");

  private final StoryWords words;
  private final TextWidth measure;
  private final Function<Mark, String> explain;
  private final Pane names = layer("lane-names");
  private final Pane plot = layer("plot");
  private final Pane story = new Pane();
  private final Pane axis = layer("axis");
  private final Rectangle namesClip = new Rectangle();
  private final Rectangle plotClip = new Rectangle();
  private final Line now = new Line();
  private final Text nowText = new Text();
  private final Pool<VBox> laneNames = new Pool<>(names, LaneNodes::nameBox);
  private final Pool<Line> laneLines;
  private final Pool<Line> laneRules;
  private final Pool<Line> foldLines;
  private final Pool<Group> arrows;
  private final Pool<VBox> labels;
  private final Pool<MarkNode> marks;
  private final Pool<Text> ticks = new Pool<>(axis, () -> text("tick-text"));
  private final Pool<Line> tickLines = new Pool<>(axis, () -> line("tick"));
  private final Pool<SVGPath> foldSigns = new Pool<>(axis, LaneNodes::foldSign);

  LaneNodes(StoryWords words, TextWidth measure, Function<Mark, String> explain) {
    this.words = words;
    this.measure = measure;
    this.explain = explain;
    Pane lines = new Pane();
    Pane arrowLayer = new Pane();
    Pane labelLayer = new Pane();
    Pane markLayer = new Pane();
    labelLayer.setMouseTransparent(true);
    laneRules = new Pool<>(lines, () -> line("lane-rule"));
    laneLines = new Pool<>(lines, () -> line("lane-line"));
    foldLines = new Pool<>(lines, () -> line("fold-line"));
    arrows = new Pool<>(arrowLayer, LaneNodes::arrow);
    labels = new Pool<>(labelLayer, LaneNodes::labelBox);
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
  }

  Pane names() {
    return names;
  }

  Pane plot() {
    return plot;
  }

  Pane axis() {
    return axis;
  }

  /// The marks of the last drawing.
  List<MarkNode> marks() {
    return marks.inUse();
  }

  /// Gives each part its place.
  void arrange(double nameWidth, double width, double height, double axisHeight) {
    names.resizeRelocate(0, 0, nameWidth, height);
    plot.resizeRelocate(nameWidth, 0, width, height);
    axis.resizeRelocate(nameWidth, height, width, axisHeight);
    size(namesClip, nameWidth, height);
    size(plotClip, width, height);
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

  /// Shows nothing.
  void hide() {
    pools().forEach(Pool::begin);
    pools().forEach(Pool::end);
    now.setVisible(false);
    nowText.setVisible(false);
  }

  /// Shows what was laid out.
  ///
  /// @param lanes whose names stand at the left
  /// @param scroll how far the lanes are moved up, in pixels
  void draw(Drawing drawing, List<Lane> lanes, double laneHeight, double scroll, boolean roomy) {
    pools().forEach(Pool::begin);
    story.relocate(0, -scroll);
    drawLanes(drawing, lanes, laneHeight, scroll, roomy);
    boolean dense = drawing.arrows().size() > DENSE_FROM;
    drawing.arrows().forEach(arrow -> drawArrow(arrow, dense));
    drawing.labels().forEach(this::drawLabel);
    drawing.marks().forEach(mark -> marks.next().show(mark, explain.apply(mark)));
    drawAxis(drawing, plot.getHeight());
    pools().forEach(Pool::end);
    marks.inUse().forEach(MarkNode::centreCount);
  }

  private void drawLanes(
      Drawing drawing, List<Lane> lanes, double laneHeight, double scroll, boolean roomy) {
    for (int i = 0; i < lanes.size(); i++) {
      double y = drawing.lanes().get(i);
      place(laneLines.next(), 0, y, drawing.width(), y);
      if (roomy) {
        double end = laneHeight * (i + 1);
        place(laneRules.next(), 0, end, drawing.width(), end);
      }
      VBox box = laneNames.next();
      Label name = (Label) box.getChildren().get(0);
      Label role = (Label) box.getChildren().get(1);
      name.setText(lanes.get(i).name());
      role.setText(lanes.get(i).role());
      boolean second = roomy && !lanes.get(i).role().isEmpty();
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
    text.setY(axis.getHeight() / 2 + 5);
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
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

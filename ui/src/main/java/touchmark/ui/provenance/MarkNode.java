package touchmark.ui.provenance;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import touchmark.app.timeline.EventKind;
import touchmark.ui.provenance.Drawing.Mark;
import touchmark.ui.provenance.Drawing.Tone;

/// A mark on the timeline. Style classes: `mark`, in it `ring`, `body`, `detail`, `count`.
final class MarkNode extends Group {
  private static final double RING = 13;
  private static final PseudoClass HOLLOW = PseudoClass.getPseudoClass("hollow");

  private final Circle ring = new Circle(RING);
  private final SVGPath body = new SVGPath();
  private final SVGPath detail = new SVGPath();
  private final Text count = new Text();
  private final Tooltip tooltip = new Tooltip();
  private @Nullable Mark shown;

  MarkNode() {
    getStyleClass().add("mark");
    ring.getStyleClass().add("ring");
    body.getStyleClass().add("body");
    detail.getStyleClass().add("detail");
    count.getStyleClass().add("count");
    setAccessibleRole(AccessibleRole.BUTTON);
    tooltip.getStyleClass().add("mark-tooltip");
    Tooltip.install(this, tooltip);
    getChildren().addAll(ring, body, detail, count);
  }

  void show(Mark mark, String explanation) {
    MarkShape shape =
        mark.folded() ? MarkShape.several(mark.radius()) : MarkShape.of(mark.event().kind());
    body.setContent(shape.body());
    detail.setContent(mark.folded() ? "" : shape.detail());
    body.pseudoClassStateChanged(HOLLOW, shape.hollow());
    count.setText(mark.folded() ? Integer.toString(mark.events().size()) : "");
    ring.setVisible(mark.selected());
    ToneClasses.apply(this, mark.tone(), mark.selected());
    setAccessibleText(explanation);
    tooltip.setText(explanation);
    setLayoutX(mark.x());
    setLayoutY(mark.y());
    shown = mark;
  }

  /// The bare sign, for the legend: nothing to click.
  void showSign(EventKind kind, Tone tone) {
    MarkShape shape = MarkShape.of(kind);
    body.setContent(shape.body());
    detail.setContent(shape.detail());
    body.pseudoClassStateChanged(HOLLOW, shape.hollow());
    getChildren().setAll(body, detail);
    ToneClasses.apply(this, tone, false);
    Tooltip.uninstall(this, tooltip);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// What it was drawn for.
  Mark mark() {
    return Objects.requireNonNull(shown, "a mark is shown before it is asked for");
  }

  /// Puts the count in the middle, once its type is known.
  void centreCount() {
    count.setX(-count.getLayoutBounds().getWidth() / 2);
    count.setY(-count.getLayoutBounds().getMinY() - count.getLayoutBounds().getHeight() / 2);
  }
}

package touchmark.ui.control;

import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A sign that tells a state by its shape. Always put a word beside it.
///
/// Style classes: `state-sign`, with one of `size-20`, `size-24`, `size-40` (16 without); the
/// shapes in it are `ground` and `mark`; the pseudo-classes `:pass`, `:caution`, `:fail`,
/// `:unknown`, `:provisional`, `:checking` carry the colours.
public final class StateSign extends Region {
  /// The shapes are drawn on a square of this side and scaled to the size that the sheet asks for.
  private static final double GRID = 16;

  private final ObjectProperty<Sign> sign = new SimpleObjectProperty<>();
  private final SVGPath ground = new SVGPath();
  private final SVGPath mark = new SVGPath();
  private final Group drawing = new Group(square(), ground, mark);
  private final Scale scale = new Scale();
  private @Nullable RotateTransition turning;

  /// @param accessibleText the word that stands beside it
  public StateSign(Sign sign, String accessibleText) {
    getStyleClass().add("state-sign");
    ground.getStyleClass().add("ground");
    mark.getStyleClass().add("mark");
    drawing.setManaged(false);
    drawing.getTransforms().add(scale);
    getChildren().add(drawing);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(accessibleText);
    setMouseTransparent(true);
    this.sign.subscribe(this::draw);
    this.sign.set(sign);
    sceneProperty().subscribe(_ -> turn());
  }

  /// Another state and the word for it.
  public void show(Sign now, String word) {
    sign.set(now);
    setAccessibleText(word);
  }

  /// One more style class, for example a size.
  public StateSign styled(String styleClass) {
    getStyleClass().add(styleClass);
    return this;
  }

  @Override
  protected void layoutChildren() {
    scale.setX(getWidth() / GRID);
    scale.setY(getHeight() / GRID);
  }

  private void draw(@Nullable Sign now) {
    if (now == null) {
      return;
    }
    for (Sign each : Sign.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
    }
    ground.setContent(
        switch (now) {
          case PASS -> "M8 1 a7 7 0 1 1 0 14 a7 7 0 1 1 0 -14 z";
          case CAUTION ->
              "M7.1 1.6 a1.05 1.05 0 0 1 1.8 0 l6.3 11.2 a1 1 0 0 1 -0.9 1.5"
                  + " h-12.6 a1 1 0 0 1 -0.9 -1.5 z";
          case FAIL -> "M5.1 1 h5.8 l4.1 4.1 v5.8 l-4.1 4.1 h-5.8 l-4.1 -4.1 v-5.8 z";
          case UNKNOWN -> "M8 0.4 l7.6 7.6 l-7.6 7.6 l-7.6 -7.6 z";
          case PROVISIONAL, CHECKING -> "M8 1.6 a6.4 6.4 0 1 1 0 12.8 a6.4 6.4 0 1 1 0 -12.8 z";
        });
    mark.setContent(
        switch (now) {
          case PASS -> "M4.7 8.3 l2.3 2.3 l4.4 -4.7";
          case CAUTION -> "M8 5.4 v4 M8 11.8 v0.1";
          case FAIL -> "M5.4 5.4 l5.2 5.2 M10.6 5.4 l-5.2 5.2";
          case UNKNOWN ->
              "M6.3 6.4 c0 -2.4 3.5 -2.3 3.5 -0.1 c0 1.3 -1.8 1.4 -1.8 2.8" + " M8 11.3 v0.1";
          case PROVISIONAL -> "M8 4.6 v3.6 l2.3 1.5";
          case CHECKING -> "M8 1.6 a6.4 6.4 0 0 1 6.4 6.4";
        });
    turn();
  }

  /// Turns only while it is on a screen, and not at all where the user asked for less motion.
  private void turn() {
    if (turning != null) {
      turning.stop();
      turning = null;
      drawing.setRotate(0);
    }
    boolean wanted = sign.get() == Sign.CHECKING && getScene() != null;
    if (wanted && !Platform.getPreferences().isReducedMotion()) {
      turning = new RotateTransition(Duration.seconds(1), drawing);
      turning.setByAngle(360);
      turning.setInterpolator(Interpolator.LINEAR);
      turning.setCycleCount(Animation.INDEFINITE);
      turning.play();
    }
  }

  /// Keeps the drawing's bounds at the whole square, so that it turns about its middle.
  private static SVGPath square() {
    SVGPath frame = new SVGPath();
    frame.setContent("M0 0 h16 v16 h-16 z");
    frame.getStyleClass().add("frame");
    return frame;
  }
}

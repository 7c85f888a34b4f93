package touchmark.ui.preview;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import touchmark.app.render.Camera;

/// Which way X, Y and Z run, in a corner: three lines, each with its letter.
final class AxisTriad extends Pane {
  private static final double SIZE = 88;
  private static final double LENGTH = 28;
  private static final double LETTER = 38;

  private final Axis x = new Axis("X");
  private final Axis y = new Axis("Y");
  private final Axis z = new Axis("Z");

  AxisTriad() {
    getStyleClass().add("axis-triad");
    setMouseTransparent(true);
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    Circle origin = new Circle(SIZE / 2, SIZE / 2, 2.5);
    origin.getStyleClass().add("origin");
    getChildren().addAll(x.line, y.line, z.line, origin, x.letter, y.letter, z.letter);
  }

  void show(Camera camera) {
    x.point(camera.right().x(), camera.up().x());
    y.point(camera.right().y(), camera.up().y());
    z.point(camera.right().z(), camera.up().z());
  }

  private static final class Axis {
    private final Line line = new Line();
    private final Text letter;

    private Axis(String name) {
      letter = new Text(name);
      letter.getStyleClass().addAll("letter", name);
      line.getStyleClass().addAll("axis", name);
      line.setStartX(SIZE / 2);
      line.setStartY(SIZE / 2);
    }

    private void point(double right, double up) {
      line.setEndX(SIZE / 2 + LENGTH * right);
      line.setEndY(SIZE / 2 - LENGTH * up);
      letter.setX(SIZE / 2 + LETTER * right - letter.getLayoutBounds().getWidth() / 2);
      letter.setY(SIZE / 2 - LETTER * up + letter.getLayoutBounds().getHeight() / 3);
    }
  }
}

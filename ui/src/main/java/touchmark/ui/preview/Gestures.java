package touchmark.ui.preview;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import touchmark.app.render.StandardView;

/// Mouse, wheel and keys on the picture, turned into what the model can do.
final class Gestures {
  private static final double DEGREES_A_PIXEL = 0.4;
  private static final double DEGREES_A_KEY = 7.5;
  private static final double ZOOM_A_PIXEL = 0.997;
  private static final double ZOOM_A_KEY = 0.8;

  private final PreviewModel model;
  private final Region surface;
  private final BooleanProperty panning = new SimpleBooleanProperty();
  private double lastX;
  private double lastY;

  /// @param surface that gets the mouse
  Gestures(PreviewModel model, Region surface) {
    this.model = model;
    this.surface = surface;
    surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    surface.addEventHandler(ScrollEvent.SCROLL, this::scroll);
  }

  /// Whether dragging with the first button pans instead of orbiting.
  BooleanProperty panningProperty() {
    return panning;
  }

  /// Takes keys from a node and everything in it.
  void keysFrom(Node node) {
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void press(MouseEvent event) {
    surface.requestFocus();
    lastX = event.getX();
    lastY = event.getY();
  }

  private void drag(MouseEvent event) {
    double right = event.getX() - lastX;
    double down = event.getY() - lastY;
    lastX = event.getX();
    lastY = event.getY();
    boolean first = event.getButton() == MouseButton.PRIMARY;
    if (!first || event.isShiftDown() || panning.get()) {
      double height = surface.getHeight();
      model.move(camera -> camera.pan(right / height, -down / height));
    } else {
      model.move(camera -> camera.orbit(-right * DEGREES_A_PIXEL, down * DEGREES_A_PIXEL));
    }
    event.consume();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      model.fit();
      event.consume();
    }
  }

  private void scroll(ScrollEvent event) {
    double height = surface.getHeight();
    double right = (event.getX() - surface.getWidth() / 2) / height;
    double up = (height / 2 - event.getY()) / height;
    double factor = Math.pow(ZOOM_A_PIXEL, event.getDeltaY());
    model.move(camera -> camera.zoomAt(factor, right, up));
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean known = true;
    switch (event.getCode()) {
      case F, HOME -> model.fit();
      case LEFT -> model.move(camera -> camera.orbit(DEGREES_A_KEY, 0));
      case RIGHT -> model.move(camera -> camera.orbit(-DEGREES_A_KEY, 0));
      case UP -> model.move(camera -> camera.orbit(0, DEGREES_A_KEY));
      case DOWN -> model.move(camera -> camera.orbit(0, -DEGREES_A_KEY));
      case PLUS, ADD, EQUALS -> model.move(camera -> camera.zoom(ZOOM_A_KEY));
      case MINUS, SUBTRACT -> model.move(camera -> camera.zoom(1 / ZOOM_A_KEY));
      default -> known = view(event.getText());
    }
    if (known) {
      event.consume();
    }
  }

  private boolean view(String text) {
    StandardView[] views = StandardView.values();
    int number = text.length() == 1 ? text.charAt(0) - '1' : -1;
    if (number < 0 || number >= views.length) {
      return false;
    }
    model.look(views[number]);
    return true;
  }
}

package touchmark.ui.preview;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import touchmark.ui.support.Messages;

/// An upright slider with two thumbs for a range of whole numbers, each with its number beside it.
/// Numbers count from 0 inside and from 1 on the screen.
final class RangeSlider extends Region {
  private static final double WIDTH = 64;
  private static final double TRACK = 44;
  private static final double THUMB = 16;
  private static final double END = 12;
  private static final int PAGE = 10;

  private final Messages words;
  private final IntegerProperty last = new SimpleIntegerProperty();
  private final Region track = part("track");
  private final Region bar = part("bar");
  private final Thumb low = new Thumb("slider.lowest");
  private final Thumb high = new Thumb("slider.highest");

  RangeSlider(Messages words) {
    this.words = words;
    getStyleClass().add("range-slider");
    setPrefWidth(WIDTH);
    getChildren().addAll(track, bar, low.number, high.number, low.knob, high.knob);
    last.subscribe(_ -> requestLayout());
    low.value.subscribe(_ -> requestLayout());
    high.value.subscribe(_ -> requestLayout());
    low.value.subscribe(low::tell);
    high.value.subscribe(high::tell);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::jump);
  }

  /// The largest number there is.
  IntegerProperty lastProperty() {
    return last;
  }

  IntegerProperty lowProperty() {
    return low.value;
  }

  IntegerProperty highProperty() {
    return high.value;
  }

  @Override
  protected void layoutChildren() {
    double top = position(last.get());
    double bottom = position(0);
    track.resizeRelocate(TRACK - 2, top, 4, bottom - top);
    double from = position(high.value.get());
    bar.resizeRelocate(TRACK - 2, from, 4, position(low.value.get()) - from);
    low.layout();
    high.layout();
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    part.setMouseTransparent(true);
    return part;
  }

  private double position(int number) {
    double share = last.get() == 0 ? 0 : (double) number / last.get();
    return getHeight() - END - share * (getHeight() - 2 * END);
  }

  private int number(double y) {
    double share = (getHeight() - END - y) / Math.max(1, getHeight() - 2 * END);
    return (int) Math.round(Math.clamp(share, 0, 1) * last.get());
  }

  private void jump(MouseEvent event) {
    int number = number(event.getY());
    Thumb nearer =
        Math.abs(number - high.value.get()) <= Math.abs(number - low.value.get()) ? high : low;
    nearer.move(number);
    nearer.knob.requestFocus();
    event.consume();
  }

  /// One end of the range.
  private final class Thumb {
    private final IntegerProperty value = new SimpleIntegerProperty();
    private final Region knob = new Region();
    private final Label number = new Label();
    private final String name;

    private Thumb(String name) {
      this.name = name;
      knob.getStyleClass().add("knob");
      knob.setFocusTraversable(true);
      knob.setAccessibleRole(AccessibleRole.SLIDER);
      number.getStyleClass().add("number");
      number.setMouseTransparent(true);
      knob.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
      knob.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
      knob.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void tell() {
      String text = words.text("number", value.get() + 1);
      number.setText(text);
      knob.setAccessibleText(words.text(name, text));
    }

    private void layout() {
      double y = position(value.get());
      knob.resizeRelocate(TRACK - THUMB / 2, y - THUMB / 2, THUMB, THUMB);
      double width = number.prefWidth(-1);
      double height = number.prefHeight(width);
      number.resizeRelocate(TRACK - THUMB - width, y - height / 2, width, height);
    }

    private void press(MouseEvent event) {
      knob.requestFocus();
      event.consume();
    }

    private void drag(MouseEvent event) {
      move(RangeSlider.this.number(sceneToLocal(event.getSceneX(), event.getSceneY()).getY()));
      event.consume();
    }

    private void key(KeyEvent event) {
      boolean known = true;
      switch (event.getCode()) {
        case UP, RIGHT -> move(value.get() + 1);
        case DOWN, LEFT -> move(value.get() - 1);
        case PAGE_UP -> move(value.get() + PAGE);
        case PAGE_DOWN -> move(value.get() - PAGE);
        case HOME -> move(0);
        case END -> move(last.get());
        default -> known = false;
      }
      if (known) {
        event.consume();
      }
    }

    private void move(int to) {
      int least = this == high ? low.value.get() : 0;
      int most = this == high ? last.get() : high.value.get();
      value.set(Math.clamp(to, least, Math.max(least, most)));
    }
  }
}

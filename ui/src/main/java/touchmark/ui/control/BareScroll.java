package touchmark.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls up and down only, without a frame of its own.
public final class BareScroll extends ScrollPane {
  public BareScroll(Node content) {
    super(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("bare-scroll");
  }
}

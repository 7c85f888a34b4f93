package touchmark.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The top of a sheet: its title, and a button that closes it.
public final class SheetHead extends HBox {
  /// @param close name of the button, for screen readers
  /// @param closeTip what the button does, with its key
  public SheetHead(String title, String close, String closeTip, Runnable onClose) {
    getStyleClass().add("sheet-head");
    Label label = new Label(title);
    label.getStyleClass().addAll("text-strong", "may-shorten");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button button = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    button.getStyleClass().add("quiet-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(close);
    button.setTooltip(new Tooltip(closeTip));
    button.setOnAction(_ -> onClose.run());
    getChildren().addAll(label, gap, button);
  }
}

package touchmark.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field with its name above it. Style class `labelled-field`.
public final class LabelledField extends VBox {
  /// @param name shown above and read to people who do not see it
  public LabelledField(String name, Control field) {
    this(name, "", field);
  }

  /// @param remark quiet words after the name, for example `optional`
  public LabelledField(String name, String remark, Control field) {
    getStyleClass().add("labelled-field");
    Label title = new Label(name);
    title.getStyleClass().add("text-strong");
    title.setLabelFor(field);
    field.setAccessibleText(name);
    field.setMaxWidth(Double.MAX_VALUE);
    HBox heading = new HBox(title);
    heading.getStyleClass().add("heading");
    if (!remark.isEmpty()) {
      Label quiet = new Label(remark);
      quiet.getStyleClass().add("text-quiet");
      heading.getChildren().add(quiet);
    }
    getChildren().addAll(heading, field);
    HBox.setHgrow(this, Priority.ALWAYS);
  }
}

package touchmark.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names on the left, values on the right. Style class `fact-list`; the names have `name`.
public final class FactList extends GridPane {
  public FactList() {
    getStyleClass().add("fact-list");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setFillWidth(true);
    getColumnConstraints().addAll(names, values);
  }

  /// Adds a line of text, which wraps where it is long.
  public void add(String name, String value) {
    Label text = new Label(value);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    add(name, text);
  }

  /// Adds a line with any node.
  public void add(String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().addAll("name", "text-quiet");
    label.setLabelFor(value);
    addRow(getRowCount(), label, value);
  }
}

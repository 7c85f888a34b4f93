package touchmark.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import touchmark.ui.support.Messages;

/// All that is shown while something is made that takes some seconds.
final class WaitingPage extends StackPane {
  private final Button cancel;

  /// @param title what is being made
  /// @param text what will be there then
  WaitingPage(String title, String text, Messages words, Runnable onCancel) {
    getStyleClass().add("trouble");
    Label heading = new Label(title);
    heading.getStyleClass().add("text-heading");
    Label what = new Label(text);
    what.setId("waiting-for");
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(title);
    cancel = new Button(words.text("cancel"));
    cancel.setId("waiting-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> onCancel.run());
    VBox column = new VBox(heading, what, bar, new HBox(cancel));
    column.getStyleClass().add("column");
    getChildren().add(column);
  }

  @Override
  public void requestFocus() {
    cancel.requestFocus();
  }
}

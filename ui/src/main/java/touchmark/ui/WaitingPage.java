package touchmark.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import touchmark.ui.support.Messages;

/// All that is shown while something is done that takes some seconds.
final class WaitingPage extends StackPane {
  private final VBox column;
  private @Nullable Button focused;

  /// @param title what is being done
  /// @param text what will be then
  WaitingPage(String title, String text) {
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
    column = new VBox(heading, what, bar);
    column.getStyleClass().add("column");
    getChildren().add(column);
  }

  /// With a button that gives it up.
  WaitingPage(String title, String text, Messages words, Runnable onCancel) {
    this(title, text);
    Button cancel = new Button(words.text("cancel"));
    cancel.setId("waiting-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> onCancel.run());
    column.getChildren().add(new HBox(cancel));
    focused = cancel;
  }

  @Override
  public void requestFocus() {
    if (focused == null) {
      super.requestFocus();
    } else {
      focused.requestFocus();
    }
  }
}

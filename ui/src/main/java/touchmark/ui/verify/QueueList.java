package touchmark.ui.verify;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import touchmark.app.verify.State;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;
import touchmark.ui.verify.VerifyQueue.Outcome;
import touchmark.ui.verify.VerifyQueue.Row;

/// The files of a queue, one row each: sign, name, verdict, headline. Ids: `verify-queue`,
/// `verify-queue-count`.
final class QueueList extends VBox {
  private static final double ROW = 32;
  private static final int MOST_IN_SIGHT = 4;

  private final VerifyQueue queue;
  private final Messages words;
  private final Label count = new Label();
  private final ListView<Row> list;

  QueueList(VerifyQueue queue, Messages words) {
    this.queue = queue;
    this.words = words;
    getStyleClass().add("queue");
    count.setId("verify-queue-count");
    count.getStyleClass().add("text-second");
    list = new ListView<>(queue.rows());
    list.setId("verify-queue");
    list.setAccessibleText(words.text("queue"));
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(_ -> choose());
    list.setOnKeyReleased(
        event -> {
          if (event.getCode().isNavigationKey()) {
            choose();
          }
        });
    getChildren().addAll(count, list);
    queue.rows().addListener((ListChangeListener<Row>) _ -> arrange());
    queue.currentProperty().subscribe(_ -> select());
    arrange();
  }

  private void choose() {
    Row selected = list.getSelectionModel().getSelectedItem();
    if (selected != null) {
      queue.choose(selected);
      select();
    }
  }

  private void arrange() {
    int files = queue.rows().size();
    double height = ROW * Math.min(files, MOST_IN_SIGHT) + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    count.setText(words.text("queue.count", queue.judged(), files));
    select();
  }

  /// Rows move when an answer comes; the selection stays with the row that is shown.
  private void select() {
    int at = queue.rows().indexOf(queue.currentProperty().get());
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(at);
    }
  }

  private final class Cell extends ListCell<Row> {
    private final StateSign sign = new StateSign(Sign.CHECKING, "");
    private final Label name = new Label();
    private final Label verdict = new Label();
    private final Label headline = new Label();
    private final HBox face = new HBox(sign, name, verdict, headline);

    Cell() {
      // as wide as the list: what does not fit is shortened
      setPrefWidth(0);
      face.getStyleClass().add("queue-row");
      name.getStyleClass().addAll("text-strong", "may-shorten", "queue-name");
      verdict.getStyleClass().addAll("text-second", "queue-verdict");
      headline.getStyleClass().add("may-shorten");
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(row.name());
      switch (row.outcome()) {
        case Outcome.Waiting _ -> say(Sign.CHECKING, words.text("queue.waiting"), "");
        case Outcome.Failed(String why) -> say(Sign.UNKNOWN, words.text("queue.failed"), why);
        case Outcome.Judged(State state, String said, _) ->
            say(StateLook.sign(state), words.text("queue", state), said);
      }
      setAccessibleText(row.name() + ", " + verdict.getText() + ". " + headline.getText());
      setGraphic(face);
    }

    private void say(Sign with, String word, String why) {
      sign.show(with, word);
      verdict.setText(word);
      headline.setText(why);
    }
  }
}

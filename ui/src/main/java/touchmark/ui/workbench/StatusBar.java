package touchmark.ui.workbench;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import touchmark.ledger.model.NetworkMode;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Background;
import touchmark.ui.support.Job;
import touchmark.ui.support.Messages;

/// The line at the bottom: what runs in the background, with a bar, a number and a cancel; and how
/// the chain stands.
final class StatusBar extends HBox {
  private final Messages words = Messages.of("workbench");
  private final Label title = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Label number = new Label();
  private final Hyperlink cancel = new Hyperlink(words.text("cancel"));
  private final HBox task = new HBox(title, bar, number, cancel);

  StatusBar(WorkbenchModel model, Background background) {
    getStyleClass().add("status-bar");
    task.getStyleClass().add("task");
    title.setId("status-task");
    title.getStyleClass().add("text-second");
    title.setMinWidth(Region.USE_PREF_SIZE);
    number.getStyleClass().addAll("text-second", "number");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(task, space, chain(model));
    background.running().addListener((ListChangeListener<Job>) _ -> show(background));
    show(background);
  }

  /// The oldest job, for it is the one that people wait for.
  private void show(Background background) {
    bar.progressProperty().unbind();
    number.textProperty().unbind();
    boolean any = !background.running().isEmpty();
    task.setVisible(any);
    if (any) {
      Job job = background.running().getFirst();
      int others = background.running().size() - 1;
      title.setText(others == 0 ? job.title() : words.text("status.more", job.title(), others));
      bar.progressProperty().bind(job.fractionProperty());
      number.textProperty().bind(job.fractionProperty().map(this::percent));
      cancel.setOnAction(_ -> job.cancel());
    }
  }

  private String percent(Number fraction) {
    return fraction.doubleValue() < 0
        ? ""
        : words.text("status.percent", (int) Math.round(fraction.doubleValue() * 100));
  }

  private Node chain(WorkbenchModel model) {
    StateSign sign = new StateSign(Sign.PASS, "");
    Label text = new Label();
    text.setId("status-chain");
    text.setGraphic(sign);
    text.getStyleClass().add("text-second");
    text.setMinWidth(Region.USE_PREF_SIZE);
    model
        .chainProperty()
        .subscribe(
            chain -> {
              boolean solo = chain.network().mode() == NetworkMode.SOLO;
              String word =
                  words.text(solo ? "chain.solo" : "chain.network", chain.network().name());
              text.setText(word);
              sign.show(solo ? Sign.UNKNOWN : Sign.PASS, word);
              text.setGraphic(solo ? null : sign);
            });
    return text;
  }
}

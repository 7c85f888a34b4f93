package touchmark.ui.claim;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import touchmark.ui.claim.ClaimRow.State;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;

/// One file of several: its name, how far it is, and what became of it.
final class ClaimRowView extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final StateSign sign;
  private final ClaimRow row;
  private final Button cancel;
  private final ProgressBar bar = new ProgressBar();

  ClaimRowView(ClaimModel model, ClaimRow row, Messages words) {
    this.row = row;
    getStyleClass().add("claim-row");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    sign = new StateSign(RowSigns.of(row.stateProperty().get()), "");
    Label name = new Label(row.name());
    name.getStyleClass().add("may-shorten");
    name.setTooltip(new Tooltip(row.name()));
    Label said = new Label();
    said.getStyleClass().addAll("text-second", "may-shorten");
    said.textProperty().bind(row.sentenceProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(row.sentenceProperty());
    said.setTooltip(whole);
    bar.progressProperty().bind(row.fractionProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    VBox text = new VBox(name, said, bar);
    text.getStyleClass().add("claim-row-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    cancel = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    cancel.getStyleClass().add("quiet-button");
    cancel.setAccessibleText(words.text("row.cancel", row.name()));
    cancel.setTooltip(new Tooltip(words.text("row.cancel", row.name())));
    cancel.setOnAction(_ -> model.cancel(row));
    getChildren().addAll(sign, text, cancel);
    setOnMouseClicked(_ -> model.chosenProperty().set(row));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.chosenProperty().set(row);
            event.consume();
          }
        });
    model.chosenProperty().subscribe(now -> pseudoClassStateChanged(SELECTED, row.equals(now)));
    row.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    sign.show(RowSigns.of(state), row.sentenceProperty().get());
    setAccessibleText(row.name() + ", " + row.sentenceProperty().get());
    cancel.setVisible(row.busy());
    boolean running = state == State.READING || state == State.CLAIMING;
    bar.setVisible(running);
    bar.setManaged(running);
  }
}

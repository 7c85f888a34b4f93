package touchmark.ui.share;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import touchmark.ledger.model.Organization;
import touchmark.ui.control.LabelledField;
import touchmark.ui.support.Messages;

/// The recipients as chips, a field to find more, and the members that match what is typed. Enter
/// takes the first, the arrow keys walk.
final class RecipientField extends VBox {
  private final ShareModel model;
  private final Messages words;
  private final FlowPane chips = new FlowPane();
  private final TextField field = new TextField();
  private final VBox offers = new VBox();
  private final ScrollPane scroll = new ScrollPane(offers);

  RecipientField(ShareModel model, Messages words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("recipients");
    chips.getStyleClass().add("chips");
    field.setId("share-to");
    field.setPromptText(words.text("to.prompt"));
    field.textProperty().bindBidirectional(model.searchProperty());
    field.textProperty().subscribe(this::offer);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    offers.getStyleClass().add("offers");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("bare-scroll", "offers-scroll");
    getChildren().addAll(new LabelledField(words.text("to"), field), chips, scroll);
  }

  void takeFocus() {
    field.requestFocus();
  }

  /// Shows what the model holds now.
  void show() {
    chips.getChildren().setAll(model.recipients().stream().map(this::chip).toList());
    chips.setVisible(!model.recipients().isEmpty());
    chips.setManaged(chips.isVisible());
    offer();
  }

  private void offer() {
    boolean chosen = !model.recipients().isEmpty() && field.getText().isBlank();
    List<Organization> found = chosen ? List.of() : model.offered();
    offers.getChildren().clear();
    if (found.isEmpty() && model.isLoaded() && !field.getText().isBlank()) {
      Label none = new Label(words.text("to.none", field.getText().strip()));
      none.setWrapText(true);
      none.getStyleClass().addAll("text-second", "offer-none");
      offers.getChildren().add(none);
    }
    found.forEach(member -> offers.getChildren().add(offered(member)));
    boolean any = !offers.getChildren().isEmpty();
    scroll.setVisible(any);
    scroll.setManaged(any);
  }

  private Node offered(Organization member) {
    Label name = new Label(member.displayName());
    Label where =
        new Label(words.text("to.where", member.address().town(), member.address().country()));
    where.getStyleClass().add("text-second");
    VBox text = new VBox(name, where);
    Button button = new Button();
    button.setGraphic(text);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("offer");
    button.setAccessibleText(words.text("to.add", member.displayName(), member.address().town()));
    button.setOnAction(
        _ -> {
          model.choose(member);
          field.requestFocus();
        });
    button.setOnKeyPressed(event -> walk(event, button));
    return button;
  }

  private void walk(KeyEvent event, Button from) {
    int at = offers.getChildren().indexOf(from);
    if (event.getCode() == KeyCode.DOWN && at + 1 < offers.getChildren().size()) {
      offers.getChildren().get(at + 1).requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.UP) {
      (at == 0 ? field : offers.getChildren().get(at - 1)).requestFocus();
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !offers.getChildren().isEmpty()) {
      model.offered().stream().findFirst().ifPresent(model::choose);
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && !offers.getChildren().isEmpty()) {
      offers.getChildren().getFirst().requestFocus();
      event.consume();
    }
  }

  private Node chip(Organization member) {
    Label name = new Label(member.displayName());
    Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    remove.getStyleClass().add("quiet-button");
    remove.setAccessibleText(words.text("to.remove", member.displayName()));
    remove.setTooltip(new Tooltip(words.text("to.remove", member.displayName())));
    remove.setOnAction(_ -> model.remove(member));
    HBox chip = new HBox(name, remove);
    chip.getStyleClass().add("recipient-chip");
    return chip;
  }
}

package touchmark.ui.provenance;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import touchmark.app.timeline.Event;
import touchmark.ui.control.CopyButton;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;

/// What is on record of the selected event. Style classes: `event-card`, in it `card-head`,
/// `card-facts`; `:roomy` when there is room.
final class EventCard extends VBox {
  private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

  private final Messages words;
  private final EventFacts facts;
  private final Label title = new Label();
  private final Label explanation = new Label();
  private final GridPane grid = new GridPane();
  private final BooleanProperty roomy = new SimpleBooleanProperty();

  EventCard(Messages words, EventFacts facts, Runnable onClose) {
    this.words = words;
    this.facts = facts;
    getStyleClass().add("event-card");
    title.getStyleClass().add("card-title");
    explanation.getStyleClass().add("card-explanation");
    explanation.setWrapText(true);
    Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    close.getStyleClass().add("quiet-button");
    close.setAccessibleText(words.text("card.close"));
    close.setTooltip(new Tooltip(words.text("card.close.tip")));
    close.setOnAction(_ -> onClose.run());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, close);
    head.getStyleClass().add("card-head");
    grid.getStyleClass().add("card-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    names.setHalignment(HPos.LEFT);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    VBox body = new VBox(explanation, grid);
    body.getStyleClass().add("card-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("bare-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    roomy.subscribe(now -> pseudoClassStateChanged(ROOMY, now));
  }

  BooleanProperty roomyProperty() {
    return roomy;
  }

  void show(Event event, String laneName) {
    title.setText(words.text("kind", event.kind()));
    explanation.setText(event.explanation());
    grid.getChildren().clear();
    int row = 0;
    for (EventFacts.Fact fact : facts.of(event, laneName)) {
      Label name = new Label(fact.name());
      name.getStyleClass().add("fact-name");
      grid.add(name, 0, row);
      grid.add(value(event, fact), 1, row);
      row++;
    }
  }

  private HBox value(Event event, EventFacts.Fact fact) {
    Label value = new Label(fact.value());
    value.getStyleClass().add("fact-value");
    value.setWrapText(true);
    HBox box = new HBox();
    box.getStyleClass().add("fact-box");
    if (fact.name().equals(words.text("fact.state"))) {
      Sign sign =
          event.recorded().isEmpty()
              ? Sign.UNKNOWN
              : event.isFinal() ? Sign.PASS : Sign.PROVISIONAL;
      box.getChildren().add(new StateSign(sign, fact.value()));
    }
    box.getChildren().add(value);
    if (!fact.copy().isEmpty()) {
      value.setTooltip(new Tooltip(fact.copy()));
      value.setMinWidth(Region.USE_PREF_SIZE);
      value.getStyleClass().add("text-mono");
      box.getChildren().add(new CopyButton(fact.copy(), words.text("fact.copy", fact.name())));
    }
    return box;
  }
}

package touchmark.ui.workbench;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import touchmark.ui.control.FactList;
import touchmark.ui.support.Messages;

/// All keys on one card.
final class KeysCard extends VBox {
  KeysCard(Runnable close) {
    Messages words = Messages.of("workbench");
    getStyleClass().add("keys-card");
    Label heading = new Label(words.text("keys"));
    heading.getStyleClass().add("text-heading");
    FactList keys = new FactList();
    for (Shortcut shortcut : Shortcut.values()) {
      keys.add(shortcut.displayText(), words.text("key", shortcut));
    }
    Button done = new Button(words.text("close"));
    done.setOnAction(_ -> close.run());
    HBox buttons = new HBox(done);
    buttons.getStyleClass().add("card-buttons");
    getChildren().addAll(heading, keys, buttons);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }
}

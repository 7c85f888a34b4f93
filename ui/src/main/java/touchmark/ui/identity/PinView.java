package touchmark.ui.identity;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ui.control.LabelledField;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// Asks for the PIN of one token.
final class PinView extends VBox {
  private final PasswordField pin = new PasswordField();

  /// @param onPin is given what was typed; the field is empty then
  PinView(TokenAddress token, Consumer<char[]> onPin, Runnable onCancel) {
    Messages words = Messages.of("identity");
    getStylesheets().add(Theme.sheet("identity"));
    getStyleClass().add("pin");
    Label heading = new Label(words.text("pin.heading"));
    heading.getStyleClass().add("text-heading");
    Label which = new Label(words.text("pin.token", token.label(), token.serial()));
    which.getStyleClass().add("text-quiet");
    which.setWrapText(true);
    pin.setId("pin");
    Button use = new Button(words.text("pin.use"));
    use.setId("pin-use");
    use.setGraphic(new FontIcon(MaterialDesignK.KEY_OUTLINE));
    use.setDefaultButton(true);
    use.disableProperty().bind(pin.textProperty().isEmpty());
    use.setOnAction(
        _ -> {
          char[] typed = pin.getText().toCharArray();
          pin.clear();
          onPin.accept(typed);
        });
    Button cancel = new Button(words.text("pin.cancel"));
    cancel.setId("pin-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> onCancel.run());
    HBox buttons = new HBox(cancel, use);
    buttons.getStyleClass().add("buttons");
    VBox form = new VBox(heading, which, new LabelledField(words.text("pin"), pin));
    form.getStyleClass().add("form");
    getChildren().addAll(form, buttons);
  }

  /// Empties the field.
  void forget() {
    pin.clear();
  }
}

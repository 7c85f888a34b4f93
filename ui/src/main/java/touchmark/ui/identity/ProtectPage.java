package touchmark.ui.identity;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import touchmark.ui.control.LabelledField;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;

/// A password for the key, typed twice, with an estimate of its strength.
final class ProtectPage extends HBox {
  private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

  private final PasswordField password;

  ProtectPage(FirstRunModel model, Messages words) {
    getStyleClass().add("page");
    password = field("password", model.passwordProperty());
    PasswordField repeated = field("repeated", model.repeatedProperty());
    Label heading = new Label(words.text("protect.heading"));
    heading.getStyleClass().add("text-heading");
    Label why = new Label(words.text("protect.why"));
    why.setWrapText(true);
    why.setMinHeight(Region.USE_PREF_SIZE);
    why.getStyleClass().add("text-quiet");
    Label lost =
        new Label(
            words.text("protect.lost"), new StateSign(Sign.CAUTION, words.text("protect.careful")));
    lost.getStyleClass().add("caution-box");
    lost.setWrapText(true);
    lost.setMinHeight(Region.USE_PREF_SIZE);
    lost.setMaxWidth(Double.MAX_VALUE);
    VBox form =
        new VBox(
            heading,
            why,
            new LabelledField(words.text("password"), password),
            strength(model, words),
            new LabelledField(words.text("repeated"), repeated),
            lost);
    form.getStyleClass().addAll("form", "single");
    HBox.setHgrow(form, Priority.ALWAYS);
    getChildren().add(form);
  }

  @Override
  public void requestFocus() {
    password.requestFocus();
  }

  private static Node strength(FirstRunModel model, Messages words) {
    HBox meter = new HBox();
    meter.getStyleClass().add("strength");
    for (PasswordStrength level : PasswordStrength.values()) {
      if (level != PasswordStrength.TOO_SHORT) {
        Region bar = new Region();
        bar.getStyleClass().add("bar");
        model
            .strength()
            .subscribe(now -> bar.pseudoClassStateChanged(REACHED, now.compareTo(level) >= 0));
        meter.getChildren().add(bar);
      }
    }
    Label word = new Label();
    word.setId("strength");
    word.getStyleClass().add("text-second");
    word.textProperty().bind(model.strength().map(now -> words.text("strength", now)));
    meter.getChildren().add(word);
    return meter;
  }

  private static PasswordField field(String id, StringProperty value) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }
}

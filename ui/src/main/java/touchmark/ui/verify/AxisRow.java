package touchmark.ui.verify;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import touchmark.app.verify.Axis;
import touchmark.app.verify.Check;
import touchmark.app.verify.State;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;
import touchmark.ui.verify.VerifyModel.Phase;

/// One axis: its sign and word, and a sentence once it is checked. Style class: `axis`, with
/// `:pass`, `:caution`, `:fail`, `:unknown`, `:checking`.
final class AxisRow extends HBox {
  private final VerifyModel model;
  private final Messages words;
  private final Axis axis;
  private final StateSign sign = new StateSign(Sign.CHECKING, "").styled("size-24");
  private final Label state = new Label();
  private final Label message = new Label();
  private final Hyperlink why;

  AxisRow(VerifyModel model, Axis axis, Messages words) {
    this.model = model;
    this.words = words;
    this.axis = axis;
    getStyleClass().add("axis");
    setId("axis-" + axis.name().toLowerCase(java.util.Locale.ROOT));
    Label name = new Label(words.text("axis", axis));
    name.getStyleClass().add("text-strong");
    state.getStyleClass().add("axis-state");
    VBox named = new VBox(name, state);
    named.getStyleClass().add("axis-name");
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    message.setMaxWidth(Double.MAX_VALUE);
    message.getStyleClass().add("axis-message");
    HBox.setHgrow(message, Priority.ALWAYS);
    why = new Hyperlink(words.text("why"));
    why.setMinWidth(USE_PREF_SIZE);
    why.setTooltip(new Tooltip(words.text("why.of", words.text("axis", axis))));
    why.setOnAction(_ -> model.checkProperty(axis).get().ifPresent(model::why));
    getChildren().addAll(sign, named, message, why);
    model.checkProperty(axis).subscribe(_ -> show());
    model.phaseProperty().subscribe(_ -> show());
  }

  private void show() {
    Optional<Check> check = model.checkProperty(axis).get();
    Sign now =
        check
            .map(one -> StateLook.sign(one.state()))
            .orElse(model.phaseProperty().get() == Phase.FAILED ? Sign.UNKNOWN : Sign.CHECKING);
    String word =
        check
            .map(one -> words.text("state", one.state()))
            .orElse(words.text(now == Sign.CHECKING ? "state.checking" : "state.unchecked"));
    sign.show(now, word);
    state.setText(word);
    message.setText(check.map(Check::message).orElse(""));
    StateLook.apply(this, now);
    boolean explains =
        check
            .filter(one -> one.state() != State.UNKNOWN)
            .filter(one -> !one.evidence().isEmpty())
            .isPresent();
    check.ifPresent(one -> why.setText(words.text(one.state() == State.PASS ? "evidence" : "why")));
    why.setVisible(explains);
    why.setManaged(explains);
  }
}

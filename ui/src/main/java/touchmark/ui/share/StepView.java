package touchmark.ui.share;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.share.ShareStep.State;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Refusals;

/// One step of a sharing: its sign, what it does, and what became of it.
final class StepView extends HBox {
  private final ShareModel model;
  private final ShareStep step;
  private final Messages words;
  private final Refusals refusals;

  StepView(ShareModel model, ShareStep step, Messages words, Refusals refusals) {
    this.model = model;
    this.step = step;
    this.words = words;
    this.refusals = refusals;
    getStyleClass().add("step-row");
    step.stateProperty().subscribe(_ -> show());
    step.sentenceProperty().subscribe(_ -> show());
  }

  private void show() {
    State state = step.stateProperty().get();
    Label title =
        wrapped(
            words.text(
                "step." + step.kind().name(), step.item().title(), step.recipient().displayName()));
    List<Node> text = new ArrayList<>();
    text.add(title);
    step.refusal()
        .map(Verdict.Refused::rule)
        .ifPresent(rule -> text.add(strong(words.text("step.refused", rule))));
    if (!step.sentenceProperty().get().isEmpty()) {
      Label said = wrapped(step.sentenceProperty().get());
      said.getStyleClass().add(step.refusal().isEmpty() ? "text-second" : "refused-reason");
      text.add(said);
    }
    step.refusal()
        .map(Verdict.Refused::code)
        .map(refusals::meaning)
        .ifPresent(meaning -> text.add(wrapped(meaning)));
    if (state == State.FAILED && step.send().isPresent()) {
      Hyperlink again = new Hyperlink(words.text("step.again"));
      again.setOnAction(_ -> model.deliverAgain(step));
      text.add(again);
    }
    VBox box = new VBox(text.toArray(Node[]::new));
    box.getStyleClass().add("step-text");
    HBox.setHgrow(box, Priority.ALWAYS);
    getChildren().setAll(new StateSign(sign(state), words.text("step.state", state)), box);
  }

  private static Sign sign(State state) {
    return switch (state) {
      case WAITING -> Sign.PROVISIONAL;
      case RUNNING -> Sign.CHECKING;
      case DONE -> Sign.PASS;
      case REFUSED, FAILED -> Sign.FAIL;
      case LEFT_OUT -> Sign.UNKNOWN;
    };
  }

  private static Label strong(String text) {
    Label label = wrapped(text);
    label.getStyleClass().add("text-strong");
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}

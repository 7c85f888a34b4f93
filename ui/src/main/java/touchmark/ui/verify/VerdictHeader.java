package touchmark.ui.verify;

import java.text.NumberFormat;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import touchmark.app.format.OpenedFile;
import touchmark.app.verify.Axis;
import touchmark.app.verify.Check;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ui.control.ShortHash;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;
import touchmark.ui.verify.VerifyModel.Phase;

/// The verdict in one glance: colour, sign, word, reason; and which file it is about.
final class VerdictHeader extends HBox {
  private final VerifyModel model;
  private final Messages words;
  private final StateSign sign;
  private final Label title = new Label();
  private final Label headline = new Label();
  private final Label facts = new Label();
  private final Label fingerprint = new Label();

  VerdictHeader(VerifyModel model, Messages words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("verdict");
    sign = new StateSign(Sign.CHECKING, "").styled("size-40");
    title.getStyleClass().add("text-heading");
    title.setId("verdict");
    headline.setWrapText(true);
    headline.getStyleClass().add("headline");
    VBox said = new VBox(title, headline);
    said.getStyleClass().add("verdict-said");
    HBox.setHgrow(said, Priority.ALWAYS);
    Label name = new Label();
    name.getStyleClass().addAll("text-strong", "may-shorten", "file-name");
    name.textProperty().bind(model.fileNameProperty());
    facts.getStyleClass().add("file-facts");
    facts.setMinWidth(USE_PREF_SIZE);
    fingerprint.getStyleClass().addAll("text-mono", "file-facts");
    fingerprint.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(facts, fingerprint);
    line.getStyleClass().add("file-line");
    VBox file = new VBox(name, line);
    file.getStyleClass().add("file");
    file.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(sign, said, file);
    model.phaseProperty().subscribe(this::show);
  }

  private void show(Phase phase) {
    facts.setText("");
    fingerprint.setText("");
    switch (phase) {
      case CHECKING ->
          say(Sign.CHECKING, words.text("verdict.checking"), words.text("verdict.checking.said"));
      case FAILED -> say(Sign.UNKNOWN, words.text("verdict.failed"), model.failureProperty().get());
      case DONE -> model.verificationProperty().get().ifPresent(this::show);
    }
  }

  private void show(Verification verification) {
    String reason = verification.headline();
    say(
        StateLook.sign(verification.verdict()),
        words.text(titleKey(verification)),
        verification.provisional() ? words.text("verdict.provisional", reason) : reason);
    OpenedFile file = verification.inspection().file();
    facts.setText(words.text("file.facts", size(file.size()), file.format().name()));
    fingerprint.setText(ShortHash.of(verification.fingerprint().hex()));
  }

  private static String titleKey(Verification verification) {
    return switch (verification.verdict()) {
      case PASS -> "verdict.pass";
      case CAUTION -> "verdict.caution";
      case FAIL -> "verdict.fail";
      case UNKNOWN ->
          verification.checks().stream()
                  .filter(check -> check.axis() == Axis.INTEGRITY)
                  .map(Check::state)
                  .anyMatch(State.UNKNOWN::equals)
              ? "verdict.unregistered"
              : "verdict.unknown";
    };
  }

  private String size(long bytes) {
    NumberFormat number = NumberFormat.getInstance();
    number.setMaximumFractionDigits(1);
    if (bytes < 1_000) {
      return words.text("size.bytes", bytes);
    }
    return bytes < 1_000_000
        ? words.text("size.kilo", number.format(bytes / 1e3))
        : words.text("size.mega", number.format(bytes / 1e6));
  }

  private void say(Sign now, String word, String reason) {
    sign.show(now, word);
    StateLook.apply(this, now);
    title.setText(word);
    headline.setText(reason);
  }
}

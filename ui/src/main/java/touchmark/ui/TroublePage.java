package touchmark.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;

/// All that is shown when the home can be neither made nor opened.
final class TroublePage extends StackPane {
  TroublePage(String sentence, Messages words) {
    getStyleClass().add("trouble");
    Label heading =
        new Label(
            words.text("trouble"),
            new StateSign(Sign.FAIL, words.text("trouble")).styled("size-24"));
    heading.getStyleClass().add("text-heading");
    Label why = new Label(sentence);
    why.setId("trouble-why");
    why.setWrapText(true);
    why.setMinHeight(Region.USE_PREF_SIZE);
    VBox column = new VBox(heading, why);
    column.getStyleClass().add("column");
    getChildren().add(column);
  }
}

package touchmark.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A sheet that says one thing and closes.
final class SentenceSheet extends VBox {
  SentenceSheet(String title, String sentence, String closeWord, Runnable close) {
    getStyleClass().add("sentence-sheet");
    Label heading = new Label(title);
    heading.getStyleClass().add("text-strong");
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Button done = new Button(closeWord);
    done.setCancelButton(true);
    done.setOnAction(_ -> close.run());
    getChildren().addAll(heading, text, done);
  }
}

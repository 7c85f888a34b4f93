package touchmark.ui.identity;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import touchmark.ui.support.Messages;

/// What will happen at the start, and whether the sample comes along.
final class StartPage extends HBox {
  private final CheckBox sample;

  StartPage(FirstRunModel model, Messages words) {
    getStyleClass().add("page");
    Label heading = new Label(words.text("start.heading"));
    heading.getStyleClass().add("text-heading");
    VBox what =
        new VBox(
            point(words, "start.keys", MaterialDesignK.KEY_OUTLINE),
            point(words, "start.ledger", MaterialDesignL.LINK_VARIANT),
            point(words, "start.claim", MaterialDesignC.CUBE_OUTLINE));
    what.getStyleClass().add("points");
    sample = new CheckBox(words.text("start.sample"));
    sample.setId("with-sample");
    sample.selectedProperty().bindBidirectional(model.withSampleProperty());
    VBox form = new VBox(heading, what, sample);
    form.getStyleClass().addAll("form", "single");
    HBox.setHgrow(form, Priority.ALWAYS);
    getChildren().add(form);
  }

  @Override
  public void requestFocus() {
    sample.requestFocus();
  }

  private static Node point(Messages words, String key, Ikon icon) {
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().addAll("icon-20", "icon-accent");
    Label title = new Label(words.text(key));
    title.getStyleClass().add("text-strong");
    Label text = new Label(words.text(key + ".text"));
    text.getStyleClass().add("text-quiet");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox column = new VBox(title, text);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox row = new HBox(sign, column);
    row.getStyleClass().add("point");
    return row;
  }
}

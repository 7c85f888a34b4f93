package touchmark.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// Two boxes that say who will read what: everybody, and only some.
public final class ReadersBox extends VBox {
  public ReadersBox(String everybody, Label toAll, String some, Label toSome) {
    getStyleClass().add("readers");
    getChildren()
        .addAll(
            reader(MaterialDesignA.ACCOUNT_GROUP, everybody, toAll),
            reader(MaterialDesignL.LOCK_OUTLINE, some, toSome));
  }

  private static Node reader(Ikon icon, String who, Label what) {
    Label title = new Label(who);
    title.getStyleClass().add("text-strong");
    what.getStyleClass().add("text-second");
    VBox text = new VBox(title, what);
    text.getStyleClass().add("reader-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box = new HBox(new FontIcon(icon), text);
    box.getStyleClass().add("reader");
    return box;
  }
}

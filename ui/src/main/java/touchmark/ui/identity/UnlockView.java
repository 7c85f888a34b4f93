package touchmark.ui.identity;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import touchmark.ui.control.LabelledField;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// The page that asks for the password of the home that is there.
public final class UnlockView extends StackPane {
  private final PasswordField password = new PasswordField();

  /// @param home shown, so that people see which one they open
  /// @param onUnlock begins the opening, which leaves this view
  public UnlockView(UnlockModel model, Path home, Runnable onUnlock) {
    Messages words = Messages.of("identity");
    getStylesheets().add(Theme.sheet("identity"));
    getStyleClass().add("first-run");
    Label heading = new Label(words.text("unlock.heading"));
    heading.getStyleClass().add("text-heading");
    Label where = new Label(home.toString());
    where.getStyleClass().addAll("text-mono", "text-quiet");
    where.setWrapText(true);
    password.setId("password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    password.disableProperty().bind(model.busyProperty());
    Label failure = new Label();
    failure.setId("unlock-failure");
    failure.getStyleClass().add("text-error");
    failure.setWrapText(true);
    failure.setMinHeight(Region.USE_PREF_SIZE);
    failure.textProperty().bind(model.failureProperty());
    failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
    failure.managedProperty().bind(failure.visibleProperty());
    Button open = new Button(words.text("unlock.button"));
    open.setId("unlock");
    open.setGraphic(new FontIcon(MaterialDesignL.LOCK_OPEN_OUTLINE));
    open.setDefaultButton(true);
    open.disableProperty().bind(model.busyProperty());
    open.setOnAction(_ -> onUnlock.run());
    HBox buttons = new HBox(open);
    buttons.getStyleClass().add("buttons");
    VBox form =
        new VBox(heading, where, new LabelledField(words.text("password"), password), failure);
    form.getStyleClass().add("form");
    VBox card = new VBox(form, buttons);
    card.getStyleClass().addAll("card", "small");
    VBox column = new VBox(FirstRunView.brand(words), card);
    column.getStyleClass().add("column");
    getChildren().add(column);
  }

  /// Moves the keyboard to the password.
  @Override
  public void requestFocus() {
    password.requestFocus();
  }
}

package touchmark.ui.identity;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import touchmark.ui.identity.FirstRunModel.Page;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// The pages of the first run, one question each, on a card in the middle of the window.
public final class FirstRunView extends StackPane {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final FirstRunModel model;
  private final Runnable onStart;
  private final Messages words = Messages.of("identity");
  private final Region who;
  private final Region protect;
  private final Region start;
  private final BorderPane card = new BorderPane();

  /// @param onStart begins the start, which leaves this view
  /// @param onSample looks around with the sample network instead
  public FirstRunView(FirstRunModel model, Runnable onStart, Runnable onSample) {
    this.model = model;
    this.onStart = onStart;
    getStylesheets().add(Theme.sheet("identity"));
    getStyleClass().add("first-run");
    who = new WhoPage(model, words, countries());
    protect = new ProtectPage(model, words);
    start = new StartPage(model, words);
    card.getStyleClass().add("card");
    card.setTop(steps());
    card.setBottom(buttons(onSample));
    VBox column = new VBox(brand(words), card);
    column.getStyleClass().add("column");
    getChildren().add(column);
    model.pageProperty().subscribe(this::turnTo);
  }

  /// The name of the product above a card.
  static Node brand(Messages words) {
    FontIcon mark = new FontIcon(MaterialDesignS.STAMPER);
    mark.getStyleClass().addAll("icon-20", "icon-accent");
    Label name = new Label(words.text("brand"), mark);
    name.getStyleClass().addAll("brand", "text-strong");
    return name;
  }

  private void turnTo(Page page) {
    Region shown =
        switch (page) {
          case WHO -> who;
          case PROTECT -> protect;
          case START -> start;
        };
    card.setCenter(shown);
    if (getScene() != null) {
      shown.requestFocus();
    }
  }

  private Node steps() {
    HBox row = new HBox();
    row.getStyleClass().add("steps");
    int number = 0;
    for (Page page : Page.values()) {
      if (number > 0) {
        Region line = new Region();
        line.getStyleClass().add("line");
        row.getChildren().add(line);
      }
      row.getChildren().add(step(++number, page));
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label time = new Label(words.text("time"));
    time.getStyleClass().add("text-quiet");
    row.getChildren().addAll(space, time);
    return row;
  }

  private Node step(int number, Page page) {
    Label disc = new Label(words.text("step", number));
    disc.getStyleClass().add("disc");
    Label name = new Label(words.text("step", page));
    name.getStyleClass().add("name");
    HBox step = new HBox(disc, name);
    step.getStyleClass().add("step");
    model
        .pageProperty()
        .subscribe(current -> step.pseudoClassStateChanged(CURRENT, current == page));
    return step;
  }

  private Node buttons(Runnable onSample) {
    Hyperlink sample = new Hyperlink(words.text("sample"), new FontIcon(MaterialDesignT.TEST_TUBE));
    sample.setId("look-around");
    sample.setOnAction(_ -> onSample.run());
    sample.disableProperty().bind(model.busyProperty());
    Label hint = new Label();
    hint.setId("first-run-hint");
    hint.getStyleClass().addAll("hint", "text-second");
    hint.setWrapText(true);
    hint.setMaxWidth(Double.MAX_VALUE);
    hint.textProperty()
        .bind(
            Bindings.when(model.failureProperty().isEmpty())
                .then(model.missing())
                .otherwise(model.failureProperty()));
    HBox.setHgrow(hint, Priority.ALWAYS);
    Button back = new Button(words.text("back"));
    back.setId("first-run-back");
    back.setOnAction(_ -> model.back());
    back.disableProperty().bind(model.pageProperty().isEqualTo(Page.WHO).or(model.busyProperty()));
    Button next = new Button();
    next.setId("first-run-next");
    next.setDefaultButton(true);
    next.setGraphic(new FontIcon(MaterialDesignA.ARROW_RIGHT));
    next.setContentDisplay(ContentDisplay.RIGHT);
    next.textProperty().bind(model.pageProperty().map(page -> words.text("next", page)));
    next.disableProperty().bind(model.mayGoOn().not());
    next.setOnAction(_ -> goOn());
    HBox row = new HBox(sample, hint, back, next);
    row.getStyleClass().add("buttons");
    return row;
  }

  private void goOn() {
    if (model.pageProperty().get() == Page.START) {
      onStart.run();
    } else {
      model.next();
    }
  }

  private static List<String> countries() {
    return Stream.of(Locale.getISOCountries())
        .map(code -> Locale.of("", code).getDisplayCountry())
        .sorted(Collator.getInstance())
        .toList();
  }
}

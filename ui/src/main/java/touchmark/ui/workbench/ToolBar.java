package touchmark.ui.workbench;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import touchmark.app.usecase.Party;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// The bar at the top: the four acts, the search, for whom we act, where the chain stands.
final class ToolBar extends HBox {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /// Below this width the name of the product gives way to what people work with.
  private static final double NARROW_BELOW = 1160;

  private final Messages words = Messages.of("workbench");
  private final TextField search;

  /// @param commands what the buttons do
  ToolBar(WorkbenchModel model, Commands commands, Theme theme) {
    getStyleClass().add("workbench-bar");
    search = search(model);
    widthProperty()
        .subscribe(width -> pseudoClassStateChanged(NARROW, width.doubleValue() < NARROW_BELOW));
    Region space = new Region();
    HBox.setHgrow(space, Priority.SOMETIMES);
    getChildren()
        .addAll(
            brand(),
            act("open", MaterialDesignF.FOLDER_OPEN_OUTLINE, Shortcut.OPEN, commands::open),
            signing(
                marked(
                    act("claim", MaterialDesignS.STAMPER, Shortcut.CLAIM, commands::claim),
                    model,
                    Sheet.Claim.class),
                model),
            signing(
                marked(
                    act("share", MaterialDesignS.SEND_OUTLINE, Shortcut.SHARE, commands::share),
                    model,
                    Sheet.Share.class),
                model),
            marked(
                act(
                    "verify",
                    MaterialDesignS.SHIELD_CHECK_OUTLINE,
                    Shortcut.VERIFY,
                    commands::verify),
                model,
                Sheet.Verify.class),
            space,
            search,
            actingFor(model),
            height(model),
            overflow(commands, theme));
  }

  /// Puts the cursor into the search field.
  void search() {
    search.requestFocus();
    search.selectAll();
  }

  private Node brand() {
    FontIcon mark = new FontIcon(MaterialDesignS.STAMPER);
    mark.getStyleClass().addAll("icon-20", "icon-accent");
    Label name = new Label(words.text("brand"), mark);
    name.getStyleClass().addAll("brand", "text-strong");
    return name;
  }

  private Button act(String key, Ikon icon, Shortcut shortcut, Runnable action) {
    Button button = new Button(words.text(key), new FontIcon(icon));
    button.setId("act-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll(Styles.FLAT, "act");
    button.setTooltip(
        new Tooltip(words.text("tip", words.text(key + ".tip"), shortcut.displayText())));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Button marked(
      Button button, WorkbenchModel model, Class<? extends Sheet> whileOpen) {
    model
        .sheetProperty()
        .subscribe(sheet -> button.pseudoClassStateChanged(OPEN, whileOpen.isInstance(sheet)));
    return button;
  }

  /// Greyed where the key of the acting party is not here. A greyed button shows no tool tip, so
  /// what is around it says why.
  private Node signing(Button button, WorkbenchModel model) {
    StackPane around = new StackPane(button);
    around.setMinWidth(Region.USE_PREF_SIZE);
    Tooltip why = new Tooltip();
    why.textProperty()
        .bind(model.actingForProperty().map(party -> words.text("keyless", party.name())));
    button.disableProperty().bind(model.maySign().map(may -> !may));
    model
        .maySign()
        .subscribe(
            may -> {
              if (may) {
                Tooltip.uninstall(around, why);
              } else {
                Tooltip.install(around, why);
              }
            });
    return around;
  }

  private TextField search(WorkbenchModel model) {
    CustomTextField field = new CustomTextField();
    field.setId("search");
    field.setPromptText(words.text("search"));
    field.setAccessibleText(words.text("search"));
    field.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    Label key = new Label(Shortcut.SEARCH.displayText());
    key.getStyleClass().add("text-second");
    key.setMinWidth(Region.USE_PREF_SIZE);
    field.setRight(key);
    field.textProperty().bindBidirectional(model.library().searchProperty());
    field.getStyleClass().add("search");
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private Node actingFor(WorkbenchModel model) {
    MenuButton menu = new MenuButton();
    menu.setId("acting-for");
    Label name = new Label();
    name.getStyleClass().add("text-strong");
    name.textProperty().bind(model.actingForProperty().map(Party::name));
    Label acting = new Label();
    acting
        .textProperty()
        .bind(model.maySign().map(may -> words.text(may ? "acting" : "acting.looking")));
    HBox face = new HBox(new FontIcon(MaterialDesignO.OFFICE_BUILDING), acting, name);
    face.getStyleClass().add("face");
    menu.setGraphic(face);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setPopupSide(Side.BOTTOM);
    menu.getStyleClass().add("acting-for");
    menu.setTooltip(new Tooltip(words.text("acting.tip")));
    menu.accessibleTextProperty()
        .bind(model.actingForProperty().map(party -> words.text("acting.for", party.name())));
    ToggleGroup group = new ToggleGroup();
    for (Party party : model.parties()) {
      RadioMenuItem item = new RadioMenuItem(choice(party));
      item.setToggleGroup(group);
      item.setSelected(party.equals(model.actingForProperty().get()));
      item.setOnAction(_ -> model.actingForProperty().set(party));
      menu.getItems().add(item);
    }
    return menu;
  }

  private String choice(Party party) {
    return party.signedBy().isPresent() ? party.name() : words.text("acting.look", party.name());
  }

  private Node height(WorkbenchModel model) {
    StateSign sign = new StateSign(Sign.PASS, "");
    Label text = new Label();
    text.setId("final-height");
    text.setGraphic(sign);
    text.getStyleClass().add("height");
    text.setMinWidth(Region.USE_PREF_SIZE);
    model
        .chainProperty()
        .subscribe(
            chain -> {
              boolean caughtUp = chain.head().finalHeight() == chain.head().height();
              String word = words.text("final", Long.toString(chain.head().finalHeight()));
              text.setText(word);
              sign.show(caughtUp ? Sign.PASS : Sign.PROVISIONAL, word);
            });
    text.setTooltip(new Tooltip(words.text("final.tip")));
    return text;
  }

  private Node overflow(Commands commands, Theme theme) {
    MenuButton menu = new MenuButton();
    menu.setId("overflow");
    menu.setGraphic(new FontIcon(MaterialDesignD.DOTS_VERTICAL));
    menu.setAccessibleText(words.text("more"));
    menu.setTooltip(new Tooltip(words.text("more")));
    menu.getStyleClass().addAll(Styles.FLAT, Tweaks.NO_ARROW, "overflow");
    ToggleGroup group = new ToggleGroup();
    for (Theme.Choice choice : Theme.Choice.values()) {
      RadioMenuItem item = new RadioMenuItem(words.text("theme", choice));
      item.setToggleGroup(group);
      item.setOnAction(_ -> theme.choiceProperty().set(choice));
      theme.choiceProperty().subscribe(now -> item.setSelected(now == choice));
      menu.getItems().add(item);
    }
    MenuItem sample = new MenuItem(words.text("sample"));
    sample.setOnAction(_ -> commands.sample());
    MenuItem keys = new MenuItem(words.text("keys"));
    keys.setAccelerator(Shortcut.KEYS.combination());
    keys.setOnAction(_ -> commands.keys());
    menu.getItems().addAll(new SeparatorMenuItem(), sample, keys);
    return menu;
  }
}

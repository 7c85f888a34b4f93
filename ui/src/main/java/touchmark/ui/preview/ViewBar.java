package touchmark.ui.preview;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import touchmark.app.render.Projection;
import touchmark.app.render.StandardView;
import touchmark.ui.support.Messages;

/// The buttons over the picture.
final class ViewBar extends HBox {
  private final PreviewModel model;
  private final Messages words;

  ViewBar(PreviewModel model, Gestures gestures, Messages words) {
    this.model = model;
    this.words = words;
    getStyleClass().addAll("floating", "view-bar");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren()
        .addAll(orbit(gestures), pan(gestures), fit(), views(), parallel(), section(), plate());
    ToggleGroup drag = new ToggleGroup();
    for (int i = 0; i < 2; i++) {
      if (getChildren().get(i) instanceof ToggleButton button) {
        button.setToggleGroup(drag);
      }
    }
  }

  private ToggleButton orbit(Gestures gestures) {
    ToggleButton button = named(new ToggleButton(), "orbit", MaterialDesignR.ROTATE_ORBIT);
    button.setSelected(true);
    // One of the two is always on.
    button.setOnAction(_ -> button.setSelected(true));
    button.selectedProperty().subscribe(on -> gestures.panningProperty().set(!on));
    return button;
  }

  private ToggleButton pan(Gestures gestures) {
    ToggleButton button = named(new ToggleButton(), "pan", MaterialDesignC.CURSOR_MOVE);
    button.setOnAction(_ -> button.setSelected(true));
    gestures.panningProperty().subscribe(button::setSelected);
    return button;
  }

  private Button fit() {
    Button button = named(new Button(), "fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE);
    button.setOnAction(_ -> model.fit());
    return button;
  }

  private MenuButton views() {
    MenuButton button = named(new MenuButton(), "views", MaterialDesignC.CUBE_OUTLINE);
    for (StandardView view : StandardView.values()) {
      MenuItem item = new MenuItem(words.text("view", view));
      item.setOnAction(_ -> model.look(view));
      button.getItems().add(item);
    }
    MenuItem reset = new MenuItem(words.text("reset"));
    reset.setId("preview-reset");
    reset.setOnAction(_ -> model.reset());
    button.getItems().addAll(new SeparatorMenuItem(), reset);
    return button;
  }

  private ToggleButton parallel() {
    ToggleButton button = named(new ToggleButton(), "parallel", MaterialDesignP.PERSPECTIVE_LESS);
    button.setOnAction(
        _ ->
            model.move(
                camera ->
                    camera.with(
                        button.isSelected() ? Projection.PARALLEL : Projection.PERSPECTIVE)));
    model
        .cameraProperty()
        .subscribe(camera -> button.setSelected(camera.projection() == Projection.PARALLEL));
    return button;
  }

  private ToggleButton section() {
    ToggleButton button = named(new ToggleButton(), "section", MaterialDesignB.BOX_CUTTER);
    button.selectedProperty().bindBidirectional(model.cutProperty());
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.showingProperty().get() != Showing.MODEL, model.showingProperty()));
    return button;
  }

  private ToggleButton plate() {
    ToggleButton button = named(new ToggleButton(), "plate", MaterialDesignG.GRID);
    button.selectedProperty().bindBidirectional(model.plateShownProperty());
    return button;
  }

  private <B extends ButtonBase> B named(B button, String key, Ikon icon) {
    button.setGraphic(new FontIcon(icon));
    button.setTooltip(new Tooltip(words.text(key + ".tip")));
    button.setAccessibleText(words.text(key));
    button.setId("preview-" + key);
    button.getStyleClass().add("icon-only");
    return button;
  }
}

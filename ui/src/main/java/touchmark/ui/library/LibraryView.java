package touchmark.ui.library;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// The shelves with their counts, and the rows of the shelf that is shown.
public final class LibraryView extends VBox {
  private final Messages words = Messages.of("library");
  private final Map<Shelf, ToggleButton> shelves = new EnumMap<>(Shelf.class);
  private final ListView<LibraryRow> list = new ListView<>();

  public LibraryView(LibraryModel model, Pictures pictures, Background background) {
    getStylesheets().add(Theme.sheet("library"));
    getStyleClass().add("library");
    Label heading = new Label(words.text("heading"));
    heading.getStyleClass().addAll("heading", "text-strong");
    VBox shelfBox = new VBox();
    shelfBox.getStyleClass().add("shelves");
    ToggleGroup group = new ToggleGroup();
    for (Shelf shelf : Shelf.values()) {
      ToggleButton button = shelfButton(model, shelf, group);
      shelves.put(shelf, button);
      shelfBox.getChildren().add(button);
    }
    model.shelfProperty().subscribe(this::press);
    PictureShelf drawn = new PictureShelf(pictures, background);
    drawn.onNewLook(list::refresh);
    list.setId("library-list");
    list.setItems(model.rows());
    list.setCellFactory(_ -> new LibraryCell(drawn));
    list.setPlaceholder(placeholder(model));
    list.setAccessibleText(words.text("heading"));
    select(model);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(heading, shelfBox, list);
  }

  private void press(Shelf shelf) {
    ToggleButton button = shelves.get(shelf);
    if (button != null) {
      button.setSelected(true);
    }
  }

  private ToggleButton shelfButton(LibraryModel model, Shelf shelf, ToggleGroup group) {
    Label name = new Label(words.text("shelf", shelf), new FontIcon(icon(shelf)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label();
    count.getStyleClass().add("text-second");
    count.textProperty().bind(model.count(shelf).map(number -> words.text("count", number)));
    HBox face = new HBox(name, space, count);
    face.getStyleClass().add("face");
    ToggleButton button = new ToggleButton();
    button.setGraphic(face);
    button.setToggleGroup(group);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(words.text("shelf", shelf));
    button.getStyleClass().add("shelf");
    button.setId("shelf-" + shelf.name());
    face.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.setOnAction(
        _ -> {
          model.shelfProperty().set(shelf);
          button.setSelected(true);
        });
    return button;
  }

  private static Ikon icon(Shelf shelf) {
    return switch (shelf) {
      case MINE -> MaterialDesignA.ACCOUNT_OUTLINE;
      case RECEIVED -> MaterialDesignT.TRAY_ARROW_DOWN;
      case SENT -> MaterialDesignS.SEND;
      case OPENED -> MaterialDesignE.EYE;
    };
  }

  private Label placeholder(LibraryModel model) {
    Label empty = new Label();
    empty.getStyleClass().addAll("placeholder", "text-quiet");
    empty.setWrapText(true);
    empty
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.searchProperty().get().isBlank()
                        ? words.text("empty", model.shelfProperty().get())
                        : words.text("nothing", model.searchProperty().get().strip()),
                model.searchProperty(),
                model.shelfProperty()));
    return empty;
  }

  /// The selection and the model follow each other; a row that is not on the shown shelf is not
  /// selected in the list, but stays selected in the model.
  private void select(LibraryModel model) {
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                model.selectedProperty().set(row);
              }
            });
    model.selectedProperty().subscribe(_ -> mark(model));
    model.rows().addListener((ListChangeListener<LibraryRow>) _ -> mark(model));
  }

  private void mark(LibraryModel model) {
    LibraryRow row = model.selectedProperty().get();
    if (row != null && model.rows().contains(row)) {
      list.getSelectionModel().select(row);
    } else {
      list.getSelectionModel().clearSelection();
    }
  }
}

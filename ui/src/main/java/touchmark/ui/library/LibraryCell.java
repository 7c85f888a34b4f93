package touchmark.ui.library;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;

/// A row: small picture, title, and its state in a sign and a word.
final class LibraryCell extends ListCell<LibraryRow> {
  private static final double PICTURE_WIDTH = 52;
  private static final double PICTURE_HEIGHT = 40;

  private final PictureShelf pictures;
  private final ImageView picture = new ImageView();
  private final FontIcon instead = new FontIcon(MaterialDesignC.CUBE_OUTLINE);
  private final Label title = new Label();
  private final Label state = new Label();
  private final StateSign sign = new StateSign(Sign.UNKNOWN, "");
  private final HBox face;

  LibraryCell(PictureShelf pictures) {
    this.pictures = pictures;
    picture.setFitWidth(PICTURE_WIDTH);
    picture.setFitHeight(PICTURE_HEIGHT);
    picture.setPreserveRatio(true);
    instead.getStyleClass().addAll("icon-20", "icon-quiet");
    StackPane frame = new StackPane(instead, picture);
    frame.getStyleClass().add("picture");
    title.getStyleClass().add("may-shorten");
    state.getStyleClass().addAll("text-second", "may-shorten");
    state.setGraphic(sign);
    sign.getStyleClass().add("size-14");
    VBox lines = new VBox(title, state);
    lines.getStyleClass().add("lines");
    face = new HBox(frame, lines);
    face.getStyleClass().add("face");
  }

  @Override
  protected void updateItem(@Nullable LibraryRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(row.title());
    state.setText(row.state());
    sign.show(row.sign(), row.state());
    setAccessibleText(row.title() + ", " + row.state());
    show(pictures.of(row, made -> showIfStill(row, made)).orElse(null));
    setGraphic(face);
  }

  private void showIfStill(LibraryRow row, Image made) {
    LibraryRow now = getItem();
    if (now != null && now.fingerprint().equals(row.fingerprint())) {
      show(made);
    }
  }

  private void show(@Nullable Image image) {
    picture.setImage(image);
    instead.setVisible(image == null);
  }
}

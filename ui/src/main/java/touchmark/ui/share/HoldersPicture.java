package touchmark.ui.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import touchmark.ledger.Rights;
import touchmark.ledger.model.Organization;
import touchmark.ui.share.ShareDesk.Holder;
import touchmark.ui.support.Messages;

/// Who will hold the file when this is sent: those who hold it now, and the new ones under the
/// sender.
final class HoldersPicture extends VBox {
  private static final String DOWN_AND_RIGHT = "M8 -15V3A6 6 0 0 0 14 9H28M24 5L28 9L24 13";

  private final ShareModel model;
  private final Messages words;

  HoldersPicture(ShareModel model, Messages words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("holders");
  }

  void draw() {
    List<Node> rows = new ArrayList<>();
    for (Holder holder : model.holders()) {
      rows.add(row(holder.name(), level(holder.level()), false, false));
      if (holder.party().equals(model.party().resource())) {
        model.recipients().forEach(recipient -> rows.add(recipient(recipient)));
      }
    }
    getChildren().setAll(rows);
  }

  private Node recipient(Organization member) {
    Optional<Rights.Level> before = model.holding(member.orgOrPersId()).map(Holder::level);
    Rights.Level sent =
        model.forwardProperty().get() ? Rights.Level.MAY_FORWARD : Rights.Level.HOLDER;
    return row(
        member.displayName(),
        before
            .map(level -> words.text("holder.again", level(more(level, sent))))
            .orElse(level(sent)),
        true,
        before.isEmpty());
  }

  /// Rights only add up.
  private static Rights.Level more(Rights.Level one, Rights.Level other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private String level(Rights.Level level) {
    return words.text("level", level);
  }

  private Node row(String name, String right, boolean sent, boolean isNew) {
    Label title = new Label(name);
    title.getStyleClass().addAll("holder-name", "may-shorten");
    Label level = new Label(right);
    level.getStyleClass().add("text-second");
    level.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox();
    row.getStyleClass().add("holder");
    if (sent) {
      SVGPath arrow = new SVGPath();
      arrow.setContent(DOWN_AND_RIGHT);
      arrow.getStyleClass().add("sent-arrow");
      row.getChildren().add(arrow);
    }
    row.getChildren().addAll(title, gap, level);
    if (isNew) {
      Label mark = new Label(words.text("holder.new"));
      mark.getStyleClass().add("chip");
      mark.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(mark);
      row.getStyleClass().add("new");
    }
    return row;
  }
}

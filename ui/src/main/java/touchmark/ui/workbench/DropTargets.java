package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import touchmark.ui.support.Messages;

/// The four targets that the window divides into while files hover over it. Each says what will
/// happen and to how many files.
final class DropTargets extends VBox {
  private static final PseudoClass AIMED = PseudoClass.getPseudoClass("aimed");
  private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

  private final DropModel model;
  private final Messages words = Messages.of("workbench");
  private final Map<Act, Region> targets = new EnumMap<>(Act.class);

  DropTargets(DropModel model) {
    this.model = model;
    getStyleClass().add("drop-targets");
    FontIcon file = new FontIcon(MaterialDesignF.FILE_DOCUMENT_OUTLINE);
    file.getStyleClass().addAll("icon-20", "icon-accent");
    Label summary = new Label();
    summary.setGraphic(file);
    summary.setId("drop-summary");
    summary.getStyleClass().add("text-strong");
    summary.textProperty().bind(model.summaryProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label how = new Label(words.text("drop.how"));
    how.getStyleClass().add("text-quiet");
    HBox head = new HBox(summary, space, how);
    head.getStyleClass().add("head");
    GridPane grid = grid();
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(head, grid);
    visibleProperty().bind(model.hoveringProperty());
    model.aimedAtProperty().subscribe(this::mark);
  }

  /// Listens to drags over the whole window.
  ///
  /// @param window the node that all drags pass through
  /// @param awake whether drags count now
  /// @param onDrop gets the act and the files, folders opened
  /// @param onTrouble gets a sentence when they cannot be read
  void listen(
      Node window,
      BooleanSupplier awake,
      BiConsumer<Act, List<Path>> onDrop,
      Consumer<String> onTrouble) {
    window.addEventFilter(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles() && !awake.getAsBoolean()) {
            model.leave();
            event.consume();
          } else if (event.getDragboard().hasFiles()) {
            model.hover(paths(event));
            @Nullable Act under = under(event.getSceneX(), event.getSceneY());
            model.aimedAtProperty().set(under);
            if (under != null && model.accepts(under)) {
              event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
          }
        });
    window.addEventFilter(
        DragEvent.DRAG_DROPPED,
        event -> {
          @Nullable Act under = under(event.getSceneX(), event.getSceneY());
          if (awake.getAsBoolean()
              && event.getDragboard().hasFiles()
              && under != null
              && model.accepts(under)) {
            model.hover(paths(event));
            model.drop(under, files -> onDrop.accept(under, files), onTrouble);
            event.setDropCompleted(true);
          } else {
            model.leave();
          }
          event.consume();
        });
    window.setOnDragExited(_ -> model.leave());
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList();
  }

  /// Which target is at a place of the scene.
  @Nullable Act under(double sceneX, double sceneY) {
    for (Map.Entry<Act, Region> target : targets.entrySet()) {
      Point2D inside = target.getValue().sceneToLocal(sceneX, sceneY);
      if (target.getValue().contains(inside)) {
        return target.getKey();
      }
    }
    return null;
  }

  private void mark(@Nullable Act aimed) {
    targets.forEach((act, target) -> target.pseudoClassStateChanged(AIMED, act == aimed));
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("grid");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    RowConstraints tall = new RowConstraints();
    tall.setPercentHeight(50);
    grid.getColumnConstraints().addAll(half, half);
    grid.getRowConstraints().addAll(tall, tall);
    grid.add(target(Act.CLAIM, MaterialDesignS.STAMPER), 0, 0);
    grid.add(target(Act.SHARE, MaterialDesignS.SEND_OUTLINE), 1, 0);
    grid.add(target(Act.VERIFY, MaterialDesignS.SHIELD_CHECK_OUTLINE), 0, 1);
    grid.add(target(Act.LOOK, MaterialDesignE.EYE), 1, 1);
    return grid;
  }

  private Node target(Act act, Ikon icon) {
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().addAll("big-icon", "icon-accent");
    Label title = new Label(words.text("drop", act), sign);
    title.getStyleClass().addAll("text-heading", "title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label();
    count.getStyleClass().add("count");
    HBox head = new HBox(title, space, count);
    head.getStyleClass().add("target-head");
    Label what = new Label(words.text("drop.what", act));
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    FontIcon noteIcon = new FontIcon();
    Label note = new Label();
    note.setGraphic(noteIcon);
    note.getStyleClass().addAll("note", "text-second");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    VBox target = new VBox(head, what, gap, note);
    target.getStyleClass().add("target");
    target.setId("drop-" + act.name());
    target.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    targets.put(act, target);
    model
        .offersProperty()
        .subscribe(
            offers -> {
              DropModel.Offer offer = offers.get(act);
              if (offer != null) {
                count.setText(offer.count());
                note.setText(offer.note());
                noteIcon.setIconCode(
                    offer.possible()
                        ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                        : MaterialDesignL.LOCK_OUTLINE);
                target.pseudoClassStateChanged(IMPOSSIBLE, !offer.possible());
              }
            });
    return target;
  }
}

package touchmark.ui.verify;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import touchmark.app.verify.Axis;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;
import touchmark.ui.verify.VerifyModel.Release;

/// Lies over the whole window: put it on top of a [StackPane] and call [#requestFocus]. It keeps
/// the keyboard until it is taken away. Ids: `verdict`, `axis-...`, `verify-close`,
/// `verify-release`, `verify-quarantine`, `verify-reason`, `verify-claim`.
public final class VerifyDialog extends StackPane {
  private final VerifyModel model;
  private final VerifyActions actions;
  private final Function<Verification, Node> picture;
  private final ZoneId zone;
  private final Messages words = Messages.of("verify");
  private final StackPane pictureArea = new StackPane();
  private final BorderPane dialog = new BorderPane();
  private final Button close;
  private @Nullable ProofCard proof;
  private @Nullable Subscription focusTrap;

  /// @param picture draws the file with its findings marked; fills the space that it is given
  /// @param zone in which times are shown
  public VerifyDialog(
      VerifyModel model, VerifyActions actions, Function<Verification, Node> picture, ZoneId zone) {
    this(model, Optional.empty(), actions, picture, zone);
  }

  /// @param queue of several files, listed above the one that is shown
  /// @param picture draws the file with its findings marked; fills the space that it is given
  /// @param zone in which times are shown
  public VerifyDialog(
      VerifyModel model,
      Optional<VerifyQueue> queue,
      VerifyActions actions,
      Function<Verification, Node> picture,
      ZoneId zone) {
    this.model = model;
    this.actions = actions;
    this.picture = picture;
    this.zone = zone;
    getStylesheets().add(Theme.sheet("verify"));
    getStyleClass().add("verify-overlay");
    dialog.getStyleClass().add("verify-dialog");
    dialog.setAccessibleRole(AccessibleRole.DIALOG);
    dialog.setAccessibleText(words.text("dialog"));
    close = button("close", null);
    close.setId("verify-close");
    close.setOnAction(_ -> close());
    VBox top = new VBox(new VerdictHeader(model, words));
    queue.ifPresent(files -> top.getChildren().addFirst(new QueueList(files, words)));
    dialog.setTop(top);
    dialog.setCenter(body());
    dialog.setBottom(footer());
    StackPane around = new StackPane(dialog);
    around.getStyleClass().add("around");
    getChildren().add(around);
    model.verificationProperty().subscribe(this::draw);
    model.proofProperty().subscribe(this::showProof);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    sceneProperty().subscribe(this::trapFocus);
  }

  /// Moves the keyboard into the dialog.
  @Override
  public void requestFocus() {
    close.requestFocus();
  }

  private Node body() {
    VBox axes = new VBox();
    axes.getStyleClass().add("axes");
    for (Axis axis : Axis.values()) {
      AxisRow row = new AxisRow(model, axis, words);
      VBox.setVgrow(row, Priority.ALWAYS);
      axes.getChildren().add(row);
    }
    ScrollPane left = scroll(axes);
    left.setFitToHeight(true);
    left.getStyleClass().add("axes-scroll");
    HBox.setHgrow(left, Priority.ALWAYS);
    pictureArea.getStyleClass().add("picture");
    VBox.setVgrow(pictureArea, Priority.ALWAYS);
    DetailsPane found = new DetailsPane(model, words, actions);
    ScrollPane details = scroll(found);
    details.prefViewportHeightProperty().bind(found.heightProperty());
    details.getStyleClass().add("details-scroll");
    details.visibleProperty().bind(found.tellingProperty());
    details.managedProperty().bind(found.tellingProperty());
    VBox right = new VBox(pictureArea, details);
    right.getStyleClass().add("aside");
    return new HBox(left, right);
  }

  private static ScrollPane scroll(Node content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("bare-scroll");
    return pane;
  }

  private Node footer() {
    Button quarantine = button("quarantine", MaterialDesignL.LOCK_OUTLINE);
    quarantine.setId("verify-quarantine");
    quarantine.setOnAction(
        _ -> model.verificationProperty().get().ifPresent(actions.keepQuarantined()));
    shownWhile(quarantine, State.FAIL, State.UNKNOWN);
    model
        .verificationProperty()
        .subscribe(
            verification -> {
              quarantine.getStyleClass().remove("accent");
              verification
                  .filter(verified -> verified.verdict() == State.FAIL)
                  .ifPresent(_ -> quarantine.getStyleClass().add("accent"));
            });
    Button release = button("release", MaterialDesignF.FOLDER_ARROW_RIGHT_OUTLINE);
    release.setId("verify-release");
    release.getStyleClass().add("accent");
    release
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.text("release", model.fileNameProperty().get()),
                model.fileNameProperty()));
    release.disableProperty().bind(model.releaseProperty().map(state -> state != Release.READY));
    release.setOnAction(_ -> actions.chooseFolder().get().ifPresent(model::release));
    shownWhile(release, State.PASS, State.CAUTION);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox footer = new HBox(gap, close, quarantine, release);
    footer.getStyleClass().add("verify-footer");
    return footer;
  }

  private void shownWhile(Node node, State... verdicts) {
    node.visibleProperty()
        .bind(
            model
                .verificationProperty()
                .map(
                    verification ->
                        verification
                            .filter(
                                verified ->
                                    java.util.List.of(verdicts).contains(verified.verdict()))
                            .isPresent()));
    node.managedProperty().bind(node.visibleProperty());
  }

  private Button button(String key, @Nullable Ikon icon) {
    Button button = new Button(words.text(key));
    if (icon != null) {
      button.setGraphic(new FontIcon(icon));
    }
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void draw(Optional<Verification> verification) {
    Label coming = new Label(words.text("picture.coming"));
    coming.getStyleClass().add("text-quiet");
    pictureArea.getChildren().setAll(verification.map(picture).orElse(coming));
  }

  private void showProof(Optional<Proof> found) {
    if (proof != null) {
      getChildren().removeLast();
      proof = null;
      requestFocus();
    }
    found.ifPresent(
        shown -> {
          ProofCard card = new ProofCard(shown, words, zone, model::closeProof);
          StackPane layer = new StackPane(card);
          layer.getStyleClass().add("proof-layer");
          proof = card;
          getChildren().add(layer);
          card.focus();
        });
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      if (proof != null) {
        model.closeProof();
      } else {
        close();
      }
    }
  }

  private void close() {
    if (model.releaseProperty().get() == Release.RUNNING) {
      return;
    }
    actions.close().run();
  }

  /// What lies under the dialog must not get the keyboard.
  private void trapFocus(@Nullable Scene scene) {
    if (focusTrap != null) {
      focusTrap.unsubscribe();
      focusTrap = null;
    }
    if (scene != null) {
      focusTrap = scene.focusOwnerProperty().subscribe(this::keepFocus);
    }
  }

  private void keepFocus(@Nullable Node owner) {
    if (owner == null) {
      return;
    }
    if (proof != null) {
      if (!within(proof, owner)) {
        proof.focus();
      }
    } else if (!within(this, owner)) {
      requestFocus();
    }
  }

  private static boolean within(Node outer, Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}

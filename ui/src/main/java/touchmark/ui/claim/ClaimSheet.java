package touchmark.ui.claim;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.claim.ClaimRow.State;
import touchmark.ui.control.BareScroll;
import touchmark.ui.control.SheetHead;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Refusals;
import touchmark.ui.support.Theme;

/// The sheet beside the preview. Ids: `claim-id`, `claim-version`, `claim-description`,
/// `claim-public`, `claim-doi`, `claim-button`, `claim-cancel`, `claim-said`.
public final class ClaimSheet extends BorderPane {
  private static final PseudoClass[] BANNERS = {
    PseudoClass.getPseudoClass("pass"),
    PseudoClass.getPseudoClass("fail"),
    PseudoClass.getPseudoClass("unknown")
  };

  private final ClaimModel model;
  private final Runnable onClose;
  private final Messages words = Messages.of("claim");
  private final Refusals refusals = new Refusals();
  private final VBox content = new VBox();
  private final Label hindrance = new Label();
  private final Button claim = new Button();
  private final Button cancel = new Button();

  /// @param onClose takes the sheet away
  public ClaimSheet(ClaimModel model, Runnable onClose) {
    this.model = model;
    this.onClose = onClose;
    getStyleClass().add("claim-sheet");
    getStylesheets().add(Theme.sheet("claim"));
    content.getStyleClass().add("claim-content");
    setTop(head());
    setCenter(new BareScroll(content));
    setBottom(foot());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.onChange(this::weigh);
    for (ClaimRow row : model.rows()) {
      row.stateProperty().subscribe(() -> changed(row));
      List.of(row.idProperty(), row.versionProperty(), row.descriptionProperty(), row.doiProperty())
          .forEach(field -> field.subscribe(this::weigh));
    }
    model.chosenProperty().subscribe(this::fill);
    weigh();
  }

  /// Moves the keyboard into the sheet.
  @Override
  public void requestFocus() {
    cancel.requestFocus();
  }

  private Node head() {
    String title =
        model.rows().size() == 1
            ? words.text("title", model.rows().getFirst().name())
            : words.text("title.several", model.rows().size());
    return new SheetHead(title, words.text("close"), words.text("close.tip"), onClose);
  }

  private Node foot() {
    hindrance.setWrapText(true);
    hindrance.setMinHeight(USE_PREF_SIZE);
    hindrance.getStyleClass().add("text-second");
    hindrance.setId("claim-hindrance");
    cancel.setId("claim-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> onClose.run());
    claim.setId("claim-button");
    claim.getStyleClass().addAll("accent", "may-shorten");
    claim.setGraphic(new FontIcon(MaterialDesignS.STAMPER));
    claim.setOnAction(_ -> model.claim());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(gap, cancel, claim);
    buttons.getStyleClass().add("buttons");
    VBox foot = new VBox(hindrance, buttons);
    foot.getStyleClass().add("sheet-foot");
    return foot;
  }

  private void changed(ClaimRow row) {
    if (row.equals(model.chosenProperty().get())) {
      fill(row);
    }
    weigh();
  }

  private void fill(ClaimRow row) {
    List<Node> parts = new ArrayList<>();
    if (model.rows().size() > 1) {
      parts.add(rows());
    }
    banner(row, parts);
    boolean claiming = row.stateProperty().get() == State.CLAIMING;
    if (row.editable() || claiming) {
      ClaimForm form = new ClaimForm(model, row, words);
      form.setDisable(claiming);
      parts.addAll(List.of(form, ClaimForm.forEver(model, words)));
    }
    content.getChildren().setAll(parts);
  }

  private Node rows() {
    VBox list = new VBox();
    list.getStyleClass().add("claim-rows");
    model.rows().forEach(row -> list.getChildren().add(new ClaimRowView(model, row, words)));
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("bare-scroll", "claim-rows-scroll");
    return scroll;
  }

  private void banner(ClaimRow row, List<Node> parts) {
    switch (row.stateProperty().get()) {
      case READY, WAITING -> {}
      case READING, CLAIMING -> {
        if (model.rows().size() == 1) {
          parts.add(new ClaimRowView(model, row, words));
        }
      }
      case DONE -> parts.add(banner(Sign.PASS, words.text("banner.done"), row));
      case TAKEN -> parts.add(banner(Sign.UNKNOWN, words.text("banner.taken"), row));
      case CANCELLED -> parts.add(banner(Sign.UNKNOWN, words.text("banner.cancelled"), row));
      case FAILED -> parts.add(banner(Sign.FAIL, words.text("banner.failed"), row));
      case REFUSED ->
          parts.add(
              banner(
                  Sign.FAIL,
                  row.refusalProperty()
                      .get()
                      .map(verdict -> words.text("banner.refused", verdict.rule()))
                      .orElse(""),
                  row));
    }
  }

  private Node banner(Sign sign, String title, ClaimRow row) {
    Label heading = new Label(title);
    heading.getStyleClass().add("text-strong");
    heading.setWrapText(true);
    Label said = wrapped(row.sentenceProperty().get());
    said.setId("claim-said");
    VBox text = new VBox(heading, said);
    row.refusalProperty()
        .get()
        .map(Verdict.Refused::code)
        .map(refusals::meaning)
        .ifPresent(meaning -> text.getChildren().add(wrapped(meaning)));
    text.getStyleClass().add("banner-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box = new HBox(new StateSign(sign, title).styled("size-20"), text);
    box.getStyleClass().add("banner");
    for (PseudoClass each : BANNERS) {
      box.pseudoClassStateChanged(each, each.getPseudoClassName().equalsIgnoreCase(sign.name()));
    }
    return box;
  }

  private void weigh() {
    String why = model.hindrance();
    boolean done = model.finished() && model.recorded() > 0;
    hindrance.setText(done ? "" : why);
    hindrance.setVisible(!hindrance.getText().isEmpty());
    hindrance.setManaged(hindrance.isVisible());
    claim.setDisable(!why.isEmpty());
    claim.setText(
        model.rows().size() == 1
            ? words.text("button", model.rows().getFirst().name(), model.party().name())
            : words.text("button.several", model.ready(), model.party().name()));
    claim.setTooltip(new Tooltip(claim.getText()));
    claim.setVisible(!done);
    claim.setManaged(!done);
    cancel.setText(words.text(done ? "done" : "cancel"));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      onClose.run();
    }
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}

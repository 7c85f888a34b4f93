package touchmark.ui.share;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import touchmark.ui.control.BareScroll;
import touchmark.ui.control.ReadersBox;
import touchmark.ui.control.SheetHead;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Refusals;
import touchmark.ui.support.Theme;

/// The sheet beside the preview. Ids: `share-to`, `share-forward`, `share-record`, `share-package`,
/// `share-button`, `share-cancel`.
public final class ShareSheet extends BorderPane {
  private final ShareModel model;
  private final Runnable onClose;
  private final Messages words = Messages.of("share");
  private final Refusals refusals = new Refusals();
  private final RecipientField recipients;
  private final HoldersPicture picture;
  private final VBox form = new VBox();
  private final VBox steps = new VBox();
  private final Label every = wrapped("");
  private final Label hindrance = wrapped("");
  private final Button share = new Button();
  private final Button cancel = new Button();

  /// @param onClose takes the sheet away
  public ShareSheet(ShareModel model, Runnable onClose) {
    this.model = model;
    this.onClose = onClose;
    recipients = new RecipientField(model, words);
    picture = new HoldersPicture(model, words);
    getStyleClass().add("share-sheet");
    getStylesheets().add(Theme.sheet("share"));
    form.getStyleClass().add("share-form");
    form.getChildren().addAll(recipients, forward(), delivery(), holders(), readers());
    steps.getStyleClass().add("steps");
    VBox content = new VBox(steps, form);
    content.getStyleClass().add("share-content");
    setTop(head());
    setCenter(new BareScroll(content));
    setBottom(foot());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.onChange(this::show);
    model.forwardProperty().subscribe(this::show);
    model.problemProperty().subscribe(this::show);
    model
        .steps()
        .subscribe(
            () ->
                steps
                    .getChildren()
                    .setAll(
                        model.steps().stream()
                            .map(step -> new StepView(model, step, words, refusals))
                            .toList()));
    show();
  }

  /// Moves the keyboard into the sheet: to the recipients.
  @Override
  public void requestFocus() {
    recipients.takeFocus();
  }

  private Node head() {
    String title =
        model.items().size() == 1
            ? words.text("title", model.items().getFirst().title())
            : words.text("title.several", model.items().size());
    return new SheetHead(title, words.text("close"), words.text("close.tip"), this::close);
  }

  private Node forward() {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setId("share-forward");
    toggle.setAccessibleText(words.text("forward"));
    toggle.selectedProperty().bindBidirectional(model.forwardProperty());
    Label name = new Label(words.text("forward"));
    name.getStyleClass().add("text-strong");
    HBox line = new HBox(toggle, name);
    line.getStyleClass().add("line");
    Label means = wrapped("");
    means.getStyleClass().add("text-second");
    model
        .forwardProperty()
        .subscribe(on -> means.setText(words.text(on ? "forward.on" : "forward.off")));
    return group(line, means);
  }

  private Node delivery() {
    Label title = new Label(words.text("delivery"));
    title.getStyleClass().add("text-strong");
    ToggleGroup choice = new ToggleGroup();
    RadioButton record = new RadioButton(words.text("delivery.record"));
    record.setId("share-record");
    record.setToggleGroup(choice);
    record.setSelected(!model.packageProperty().get());
    RadioButton pack = new RadioButton(words.text("delivery.package"));
    pack.setId("share-package");
    pack.setToggleGroup(choice);
    pack.selectedProperty().bindBidirectional(model.packageProperty());
    Label means = wrapped("");
    means.getStyleClass().add("text-second");
    model
        .packageProperty()
        .subscribe(
            on ->
                means.setText(words.text(on ? "delivery.package.means" : "delivery.record.means")));
    HBox line = new HBox(record, pack);
    line.getStyleClass().add("choices");
    return group(title, line, means);
  }

  private Node holders() {
    Label title = new Label(words.text("holders", model.items().getFirst().title()));
    title.setWrapText(true);
    title.getStyleClass().add("text-strong");
    return group(title, picture);
  }

  private Node readers() {
    Label only = wrapped(words.text("reads.only.what"));
    return new ReadersBox(words.text("reads.every"), every, words.text("reads.only"), only);
  }

  private Node foot() {
    hindrance.getStyleClass().add("text-second");
    hindrance.setId("share-hindrance");
    cancel.setId("share-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> cancel());
    share.setId("share-button");
    share.getStyleClass().addAll("accent", "may-shorten");
    share.setGraphic(new FontIcon(MaterialDesignS.SEND_OUTLINE));
    share.setOnAction(_ -> model.share());
    HBox buttons = new HBox(cancel, share);
    buttons.getStyleClass().add("buttons");
    VBox foot = new VBox(hindrance, buttons);
    foot.getStyleClass().add("sheet-foot");
    return foot;
  }

  private void show() {
    recipients.show();
    picture.draw();
    every.setText(
        words.text(
            model.forwardProperty().get() ? "reads.every.forward" : "reads.every.what",
            model.party().name(),
            names()));
    boolean begun = !model.steps().isEmpty();
    boolean done = model.finished();
    form.setDisable(model.runningProperty().get());
    showing(steps, begun);
    showing(form, !done);
    String why =
        model.problemProperty().get().isEmpty() ? model.hindrance() : model.problemProperty().get();
    String said = why.isEmpty() ? model.warning() : why;
    hindrance.setText(said);
    showing(hindrance, !said.isEmpty() && !begun);
    share.setDisable(!why.isEmpty() || model.runningProperty().get());
    share.setText(buttonText());
    share.setTooltip(new Tooltip(share.getText()));
    showing(share, !done);
    cancel.setText(words.text(done ? "done" : "cancel"));
  }

  private String buttonText() {
    int files = model.items().size();
    int members = model.recipients().size();
    if (files == 1 && members == 0) {
      return words.text("button.nobody", model.items().getFirst().title());
    }
    return files == 1 && members == 1
        ? words.text("button", model.items().getFirst().title(), names())
        : words.text("button.several", files, members);
  }

  private String names() {
    return model.recipients().isEmpty()
        ? words.text("recipient.unknown")
        : String.join(
            ", ", model.recipients().stream().map(member -> member.displayName()).toList());
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      close();
    }
  }

  /// Stops what runs; where nothing does, leaves.
  private void cancel() {
    if (model.runningProperty().get()) {
      model.cancel();
    } else {
      close();
    }
  }

  /// Leaves; what is being recorded goes on to its end.
  private void close() {
    onClose.run();
  }

  private static void showing(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  private static VBox group(Node... parts) {
    VBox box = new VBox(parts);
    box.getStyleClass().add("group");
    return box;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}

package touchmark.ui.inspector;

import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.FindingGroup;
import touchmark.app.inspect.Inspection;
import touchmark.ledger.model.Fingerprint;
import touchmark.ui.control.CopyButton;
import touchmark.ui.control.FactList;
import touchmark.ui.control.ShortHash;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// Name and state of the file that is shown, and three tabs: details, findings, rights.
public final class InspectorView extends StackPane {
  private final InspectorModel model;
  private final Messages words = Messages.of("inspector");
  private final Facts facts = new Facts(words, Locale.getDefault(), ZoneId.systemDefault());
  private final Label title = new Label();
  private final Label state = new Label();
  private final StateSign sign = new StateSign(Sign.CHECKING, "");
  private final Tab details = tab("details");
  private final Tab findings = tab("findings");
  private final Tab rights = tab("rights");
  private final TabPane tabs = new TabPane(details, findings, rights);

  public InspectorView(InspectorModel model) {
    this.model = model;
    getStylesheets().add(Theme.sheet("inspector"));
    getStyleClass().add("inspector");
    title.textProperty().bind(model.titleProperty());
    title.setId("inspector-title");
    title.getStyleClass().addAll("text-strong", "may-shorten");
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(title.textProperty());
    title.setTooltip(whole);
    state.setId("inspector-state");
    state.setWrapText(true);
    state.setMinHeight(Region.USE_PREF_SIZE);
    HBox stateLine = new HBox(sign, state);
    stateLine.getStyleClass().add("state");
    VBox head = new VBox(title, stateLine);
    head.getStyleClass().add("head");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    VBox file = new VBox(head, tabs);
    Label nothing = new Label(words.text("nothing"));
    nothing.getStyleClass().addAll("nothing", "text-quiet");
    nothing.setWrapText(true);
    file.visibleProperty().bind(model.inspectionProperty().isNotNull());
    nothing.visibleProperty().bind(model.inspectionProperty().isNull());
    getChildren().addAll(nothing, file);
    model.inspectionProperty().subscribe(this::refill);
    model.standingProperty().subscribe(this::refill);
  }

  private void refill() {
    Inspection shown = model.inspectionProperty().get();
    if (shown == null) {
      return;
    }
    Standing standing = model.standingProperty().get();
    String line = facts.state(standing);
    state.setText(line);
    sign.show(facts.sign(standing), line);
    details.setContent(scrolling(details(shown, standing)));
    findings.setText(
        model.findings().isEmpty()
            ? words.text("findings")
            : words.text("findings.count", model.count()));
    findings.setContent(scrolling(findings()));
    rights.setContent(scrolling(rights(standing)));
  }

  private Node details(Inspection shown, @Nullable Standing standing) {
    FactList list = new FactList();
    list.add(words.text("fingerprint"), fingerprint(shown.file().fingerprint()));
    facts.of(shown, standing).forEach(fact -> list.add(fact.name(), fact.value()));
    list.add(words.text("findings"), summary());
    return list;
  }

  private Node fingerprint(Fingerprint fingerprint) {
    Label abridged = new Label(ShortHash.of(fingerprint.hex()));
    abridged.getStyleClass().add("text-mono");
    abridged.setTooltip(new Tooltip(fingerprint.hex()));
    HBox line = new HBox(abridged, new CopyButton(fingerprint.hex(), words.text("copy")));
    line.getStyleClass().add("fingerprint");
    return line;
  }

  /// The worst finding in one line, with a link that shows it.
  private Node summary() {
    if (model.findings().isEmpty()) {
      return new Label(words.text("findings.none"));
    }
    long warnings = model.warnings();
    Finding worst = model.findings().getFirst();
    Label count =
        new Label(
            warnings == 0
                ? words.text("findings.notes", model.count())
                : words.text("findings.warnings", warnings),
            signOf(worst));
    Hyperlink show = new Hyperlink(words.text("show"));
    show.setId("show-worst");
    show.setOnAction(
        _ -> {
          tabs.getSelectionModel().select(findings);
          model.pointedAtProperty().set(worst);
        });
    HBox line = new HBox(count, show);
    line.getStyleClass().add("summary");
    return line;
  }

  private Node findings() {
    VBox list = new VBox();
    list.getStyleClass().add("rows");
    if (model.findings().isEmpty()) {
      list.getChildren().add(quiet(words.text("findings.sound")));
    }
    for (FindingGroup group : FindingGroup.of(model.findings())) {
      group.shown().forEach(finding -> list.getChildren().add(findingRow(finding)));
      if (group.more() > 0) {
        Label more = quiet(words.text("findings.more", group.more()));
        more.getStyleClass().add("row");
        list.getChildren().add(more);
      }
    }
    return list;
  }

  private Node findingRow(Finding finding) {
    Label message = new Label(finding.message());
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    Label severity = new Label(words.text("severity", finding.severity()));
    severity.getStyleClass().add("text-second");
    HBox foot = new HBox(severity);
    foot.getStyleClass().add("foot");
    finding
        .place()
        .ifPresent(
            _ -> {
              Hyperlink show = new Hyperlink(words.text("show"));
              show.setOnAction(_ -> model.pointedAtProperty().set(finding));
              foot.getChildren().add(show);
            });
    VBox lines = new VBox(message, foot);
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox row = new HBox(signOf(finding), lines);
    row.getStyleClass().add("row");
    return row;
  }

  /// A file that was not read gets no tick: nothing in it was looked at.
  private StateSign signOf(Finding finding) {
    Sign sign =
        switch (finding.severity()) {
          case NOTE -> finding.code().equals(FindingCodes.NOT_READ) ? Sign.UNKNOWN : Sign.PASS;
          case CAUTION -> Sign.CAUTION;
          case FAIL -> Sign.FAIL;
        };
    return new StateSign(sign, words.text("severity", finding.severity()));
  }

  private Node rights(@Nullable Standing standing) {
    VBox list = new VBox();
    list.getStyleClass().add("rows");
    if (standing == null) {
      return list;
    }
    if (standing.holders().isEmpty()) {
      list.getChildren().add(quiet(words.text("rights.none")));
    }
    for (Standing.Holder holder : standing.holders()) {
      Label name = new Label(holder.name());
      name.getStyleClass().add("text-strong");
      Label right = new Label(facts.right(holder.level()));
      right.getStyleClass().add("text-second");
      VBox row = new VBox(name, right);
      row.getStyleClass().add("row");
      list.getChildren().add(row);
    }
    return list;
  }

  private static Label quiet(String sentence) {
    Label label = new Label(sentence);
    label.getStyleClass().add("text-quiet");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static ScrollPane scrolling(Node content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return pane;
  }

  private Tab tab(String key) {
    Tab tab = new Tab(words.text(key));
    tab.setId("inspector-" + key);
    return tab;
  }
}

package touchmark.ui.verify;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import touchmark.app.difference.Difference;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingGroup;
import touchmark.app.inspect.Severity;
import touchmark.app.verify.Axis;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.model.DataType;
import touchmark.ui.control.CopyButton;
import touchmark.ui.control.LabelledField;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;

/// What stands under the picture: what was found, what differs, and what to do next.
final class DetailsPane extends VBox {
  private static final int MOST_LINES = 5;

  private final VerifyModel model;
  private final Messages words;
  private final VerifyActions actions;
  private final VBox comparison = new VBox();
  private final Label said = new Label();
  private final ReadOnlyBooleanWrapper telling = new ReadOnlyBooleanWrapper();

  DetailsPane(VerifyModel model, Messages words, VerifyActions actions) {
    this.model = model;
    this.words = words;
    this.actions = actions;
    getStyleClass().add("details");
    comparison.getStyleClass().add("section");
    said.setId("verify-said");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    said.getStyleClass().add("said");
    said.textProperty().bind(model.saidProperty());
    said.visibleProperty().bind(model.saidProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    model.verificationProperty().subscribe(this::show);
    model.comparisonProperty().subscribe(this::compare);
    model.saidProperty().subscribe(this::weigh);
  }

  /// Whether there is anything to tell.
  ReadOnlyBooleanProperty tellingProperty() {
    return telling.getReadOnlyProperty();
  }

  private void weigh() {
    telling.set(getChildren().stream().anyMatch(Node::isManaged));
  }

  private void show(Optional<Verification> verification) {
    List<Node> parts = new ArrayList<>();
    parts.add(said);
    verification.ifPresent(
        verified -> {
          if (verified.verdict() == State.UNKNOWN) {
            parts.add(nextStep(verified));
            parts.add(ask());
          }
          if (verified.verdict() == State.CAUTION) {
            parts.add(reason());
          }
          findings(verified).ifPresent(parts::add);
          parts.add(comparison);
          verified.difference().flatMap(this::differs).ifPresent(parts::add);
        });
    getChildren().setAll(parts);
    weigh();
  }

  private Optional<Node> findings(Verification verified) {
    List<Finding> found =
        verified.inspection().findings().stream()
            .filter(finding -> finding.severity() != Severity.NOTE)
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    VBox section = section("found.title");
    for (FindingGroup group : FindingGroup.of(found)) {
      group.shown().forEach(finding -> section.getChildren().add(row(finding)));
      if (group.more() > 0) {
        section.getChildren().add(wrapped(words.text("found.more", group.more())));
      }
    }
    return Optional.of(section);
  }

  private Node row(Finding finding) {
    HBox row = new HBox(wrapped(beginning(finding.message())));
    row.getStyleClass().add("finding");
    StateLook.sign(finding.severity())
        .ifPresent(
            sign ->
                row.getChildren()
                    .addFirst(new StateSign(sign, words.text("severity", finding.severity()))));
    return row;
  }

  private Optional<Node> differs(Difference difference) {
    if (difference.lines().isEmpty()) {
      return Optional.empty();
    }
    VBox section = section("difference.title");
    difference.lines().stream()
        .limit(MOST_LINES)
        .forEach(line -> section.getChildren().add(wrapped(beginning(line))));
    return Optional.of(section);
  }

  private void compare(Optional<Comparison> found) {
    comparison.getChildren().clear();
    comparison.setVisible(found.isPresent());
    comparison.setManaged(found.isPresent());
    found.ifPresent(compared -> comparison.getChildren().add(table(compared)));
    weigh();
  }

  private Node table(Comparison compared) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("comparison");
    ColumnConstraints first = new ColumnConstraints();
    first.setHgrow(Priority.ALWAYS);
    ColumnConstraints number = new ColumnConstraints();
    number.setHalignment(HPos.RIGHT);
    number.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().addAll(first, number, number);
    grid.add(cell(words.text("compare.registered"), "text-quiet"), 1, 0);
    grid.add(cell(words.text("compare.here"), "text-quiet"), 2, 0);
    int row = 1;
    for (Comparison.Row each : compared.rows()) {
      grid.add(cell(words.text("measure", each.measure()), "measure"), 0, row);
      grid.add(cell(number(each.registered(), each.unit()), "number"), 1, row);
      grid.add(
          cell(number(each.here(), each.unit()), each.differs() ? "number-differs" : "number"),
          2,
          row);
      row++;
    }
    return grid;
  }

  private static String number(double value, String unit) {
    NumberFormat format = NumberFormat.getInstance();
    format.setMaximumFractionDigits(unit.isEmpty() ? 0 : 1);
    format.setMinimumFractionDigits(unit.isEmpty() ? 0 : 1);
    return unit.isEmpty() ? format.format(value) : format.format(value) + " " + unit;
  }

  private Node nextStep(Verification verified) {
    boolean slice = madeFromARegisteredModel(verified);
    String kind = slice ? "slice" : "own";
    Label title = new Label(words.text("next." + kind + ".title"));
    title.getStyleClass().add("text-strong");
    title.setGraphic(new FontIcon(MaterialDesignL.LAYERS_OUTLINE));
    Label text = wrapped(words.text("next." + kind + ".text"));
    text.getStyleClass().add("small");
    Button claim = button("next." + kind + ".button", MaterialDesignS.STAMPER);
    claim.setId("verify-claim");
    claim.getStyleClass().add("accent");
    claim.setOnAction(_ -> actions.claim().accept(verified));
    VBox card = new VBox(title, text, claim);
    card.getStyleClass().add("next-step");
    return card;
  }

  private static boolean madeFromARegisteredModel(Verification verified) {
    return verified.inspection().file().format().dataType() == DataType.GEOMETRY_SLICED
        && verified.checks().stream()
            .anyMatch(
                check ->
                    check.axis() == Axis.LINEAGE
                        && check.state() == State.PASS
                        && !check.evidence().isEmpty());
  }

  private Node ask() {
    FontIcon icon = new FontIcon(MaterialDesignM.MESSAGE_QUESTION_OUTLINE);
    Label title = new Label(words.text("ask.title"));
    Label text = wrapped(words.text("ask.text"));
    text.getStyleClass().add("text-second");
    VBox what = new VBox(title, text);
    HBox.setHgrow(what, Priority.ALWAYS);
    CopyButton copy = new CopyButton(model.request(), words.text("ask.copy"));
    HBox row = new HBox(icon, what, copy);
    row.getStyleClass().add("ask");
    return row;
  }

  private Node reason() {
    TextField field = new TextField();
    field.setId("verify-reason");
    field.setPromptText(words.text("reason.prompt"));
    field.textProperty().bindBidirectional(model.reasonProperty());
    Label kept = wrapped(words.text("reason.kept"));
    kept.getStyleClass().add("text-second");
    VBox box = new VBox(new LabelledField(words.text("reason.title"), field), kept);
    box.getStyleClass().add("section");
    return box;
  }

  private Button button(String key, Ikon icon) {
    Button button = new Button(words.text(key), new FontIcon(icon));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private VBox section(String key) {
    Label title = new Label(words.text(key));
    title.getStyleClass().add("text-strong");
    VBox box = new VBox(title);
    box.getStyleClass().add("section");
    return box;
  }

  /// What the command line prints after a colon begins a line here.
  private static String beginning(String text) {
    int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.getDefault()) + text.substring(first);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label cell(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}

package touchmark.ui.claim;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import touchmark.ui.claim.ClaimDesk.Source;
import touchmark.ui.control.LabelledField;
import touchmark.ui.control.ReadersBox;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.support.Messages;

/// What will be said of one file, all of it proposed, and who will read it.
final class ClaimForm extends VBox {
  private static final int MOST_OFFERED = 40;

  private final ClaimModel model;
  private final ClaimRow row;
  private final Messages words;
  private final List<StringBinding> kept = new ArrayList<>();

  ClaimForm(ClaimModel model, ClaimRow row, Messages words) {
    this.model = model;
    this.row = row;
    this.words = words;
    getStyleClass().add("claim-form");
    Label recognised = wrapped("");
    recognised.getStyleClass().add("recognised");
    recognised
        .textProperty()
        .bind(row.recognisedProperty().map(seen -> seen.map(Recognised::line).orElse("")));
    getChildren().addAll(recognised, naming(), description(), madeFrom(), publicity(), readers());
    row.warnings().forEach(warning -> getChildren().add(caution(warning)));
  }

  /// That a claim is for ever, and on a solo chain how little it proves.
  static Node forEver(ClaimModel model, Messages words) {
    VBox box = new VBox(caution(words.text("for.ever")));
    if (model.isSolo()) {
      Label solo = wrapped(words.text("solo"));
      solo.getStyleClass().add("text-second");
      box.getChildren().add(solo);
    }
    box.getStyleClass().add("for-ever");
    return box;
  }

  private Node naming() {
    TextField id = new TextField();
    id.setId("claim-id");
    id.textProperty().bindBidirectional(row.idProperty());
    TextField version = new TextField();
    version.setId("claim-version");
    version.getStyleClass().add("version");
    version.textProperty().bindBidirectional(row.versionProperty());
    LabelledField name = new LabelledField(words.text("field.id"), id);
    LabelledField number = new LabelledField(words.text("field.version"), version);
    HBox.setHgrow(number, Priority.NEVER);
    HBox fields = new HBox(name, number);
    fields.getStyleClass().add("fields");
    Label hint = wrapped(words.text("field.hint"));
    hint.getStyleClass().add("text-second");
    return group(fields, hint);
  }

  private Node description() {
    TextArea area = new TextArea();
    area.setId("claim-description");
    area.setWrapText(true);
    area.setPrefRowCount(2);
    area.textProperty().bindBidirectional(row.descriptionProperty());
    return new LabelledField(words.text("field.description"), area);
  }

  private Node madeFrom() {
    Label title = new Label(words.text("field.sources"));
    title.getStyleClass().add("text-strong");
    Label named = wrapped("");
    named.setId("claim-sources");
    HBox.setHgrow(named, Priority.ALWAYS);
    named.setMaxWidth(Double.MAX_VALUE);
    bind(
        named,
        () ->
            row.sources().isEmpty()
                ? words.text("sources.none")
                : row.sources().stream().map(Source::title).collect(Collectors.joining(", ")),
        row.sources());
    Hyperlink change = new Hyperlink(words.text("sources.change"));
    change.setMinWidth(USE_PREF_SIZE);
    change.setOnAction(_ -> offer(change));
    HBox line = new HBox(named, change);
    line.getStyleClass().add("sources");
    return group(title, line);
  }

  private void offer(Node at) {
    ContextMenu menu = new ContextMenu();
    List<Source> offered = new ArrayList<>(row.sources());
    model.held().stream()
        .filter(source -> !offered.contains(source))
        .limit(MOST_OFFERED)
        .forEach(offered::add);
    for (Source source : offered) {
      CheckMenuItem item = new CheckMenuItem(source.title());
      item.setMnemonicParsing(false);
      item.setSelected(row.sources().contains(source));
      item.setOnAction(
          _ -> {
            if (item.isSelected()) {
              row.sources().add(source);
            } else {
              row.sources().remove(source);
            }
          });
      menu.getItems().add(item);
    }
    if (offered.isEmpty()) {
      CheckMenuItem nothing = new CheckMenuItem(words.text("sources.nothing"));
      nothing.setDisable(true);
      menu.getItems().add(nothing);
    }
    menu.show(at, Side.BOTTOM, 0, 0);
  }

  private Node publicity() {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setId("claim-public");
    toggle.setAccessibleText(words.text("public"));
    toggle.selectedProperty().bindBidirectional(row.publicProperty());
    Label name = new Label(words.text("public"));
    name.getStyleClass().add("text-strong");
    name.setMinWidth(USE_PREF_SIZE);
    Label means = wrapped("");
    means.getStyleClass().add("text-second");
    HBox.setHgrow(means, Priority.ALWAYS);
    bind(
        means,
        () -> words.text(row.publicProperty().get() ? "public.on" : "public.off"),
        row.publicProperty());
    HBox line = new HBox(toggle, name, means);
    line.getStyleClass().add("public");
    TextField doi = new TextField();
    doi.setId("claim-doi");
    doi.textProperty().bindBidirectional(row.doiProperty());
    LabelledField field =
        new LabelledField(words.text("field.doi"), words.text("field.optional"), doi);
    field.visibleProperty().bind(row.publicProperty());
    field.managedProperty().bind(field.visibleProperty());
    return group(line, field);
  }

  private Node readers() {
    Observable[] fields = {
      row.idProperty(),
      row.versionProperty(),
      row.descriptionProperty(),
      row.sources(),
      row.publicProperty(),
      row.doiProperty(),
      row.recognisedProperty()
    };
    Label every = wrapped("");
    every.setId("claim-every-member");
    bind(every, () -> model.everyMember(row), fields);
    Label only = wrapped("");
    only.setId("claim-only-recipients");
    bind(only, () -> model.onlyRecipients(row), fields);
    return new ReadersBox(words.text("reads.every"), every, words.text("reads.only"), only);
  }

  /// A binding lives only as long as somebody holds it.
  private void bind(
      Label label, java.util.concurrent.Callable<String> text, Observable... dependencies) {
    StringBinding binding = Bindings.createStringBinding(text, dependencies);
    kept.add(binding);
    ObservableValue<String> value = binding;
    label.textProperty().bind(value);
  }

  private static Node caution(String text) {
    Label label = wrapped(text);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox box = new HBox(new StateSign(Sign.CAUTION, text), label);
    box.getStyleClass().addAll("caution-box", "heeded");
    return box;
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

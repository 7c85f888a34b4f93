package touchmark.ui.identity;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import touchmark.ui.control.LabelledField;
import touchmark.ui.support.Messages;

/// Who you act for; beside it, what others will see of it.
final class WhoPage extends HBox {
  private final Messages words;
  private final TextField organization;

  WhoPage(FirstRunModel model, Messages words, List<String> countries) {
    this.words = words;
    getStyleClass().add("page");
    organization = field("organization", model.organizationProperty());
    ComboBox<String> country = new ComboBox<>();
    country.setId("country");
    country.getItems().setAll(countries);
    country.valueProperty().bindBidirectional(model.countryProperty());
    TextField email = field("email", model.emailProperty());
    email.setPromptText(words.text("email.prompt"));
    Label heading = new Label(words.text("who.heading"));
    heading.getStyleClass().add("text-heading");
    VBox form =
        new VBox(
            heading,
            row(
                named("organization", organization),
                narrow("shortName", model.shortNameProperty())),
            row(
                named("street", field("street", model.streetProperty())),
                narrow("number", model.numberProperty())),
            row(
                narrow("postalCode", model.postalCodeProperty()),
                named("town", field("town", model.townProperty())),
                sized(new LabelledField(words.text("country"), country), "country")),
            row(
                named("person", field("person", model.personProperty())),
                new LabelledField(words.text("email"), words.text("optional"), email)));
    form.getStyleClass().add("form");
    HBox.setHgrow(form, Priority.ALWAYS);
    getChildren().addAll(form, whatOthersSee(model));
  }

  @Override
  public void requestFocus() {
    organization.requestFocus();
  }

  private Node whatOthersSee(FirstRunModel model) {
    Label title = new Label(words.text("see.heading"));
    title.getStyleClass().add("text-strong");
    Label everyone = new Label();
    everyone.setId("others-see");
    everyone.textProperty().bind(model.othersSee());
    VBox hidden =
        part("see.nobody", MaterialDesignE.EYE_OFF_OUTLINE, new Label(words.text("see.off")));
    hidden.getStyleClass().add("further");
    VBox box = new VBox(part("see.everyone", MaterialDesignA.ACCOUNT_GROUP, everyone), hidden);
    box.getStyleClass().add("box");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Label stays = new Label(words.text("see.stays"));
    stays.getStyleClass().add("text-second");
    stays.setWrapText(true);
    stays.setMinHeight(Region.USE_PREF_SIZE);
    VBox side = new VBox(title, box, space, stays);
    side.getStyleClass().add("side");
    return side;
  }

  private VBox part(String key, Ikon icon, Label text) {
    Label title = new Label(words.text(key), new FontIcon(icon));
    title.getStyleClass().add("text-strong");
    text.getStyleClass().add("text-quiet");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox part = new VBox(title, text);
    part.getStyleClass().add("part");
    return part;
  }

  private static HBox row(Node... fields) {
    HBox row = new HBox(fields);
    row.getStyleClass().add("row");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private LabelledField named(String key, TextField field) {
    return new LabelledField(words.text(key), field);
  }

  private LabelledField narrow(String key, StringProperty value) {
    return sized(named(key, field(key, value)), "narrow");
  }

  private static LabelledField sized(LabelledField field, String styleClass) {
    field.getStyleClass().add(styleClass);
    HBox.setHgrow(field, Priority.NEVER);
    return field;
  }

  private static TextField field(String id, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }
}

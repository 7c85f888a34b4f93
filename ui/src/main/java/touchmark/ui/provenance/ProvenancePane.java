package touchmark.ui.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import touchmark.app.disk.WholeFile;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.Timeline;
import touchmark.ui.provenance.Drawing.Mark;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// The provenance of one asset: a strip under the preview (176 high), or roomy as a page of its
/// own. Belongs to the FX thread.
public final class ProvenancePane extends BorderPane {
  private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

  private final Messages words = Messages.of("provenance");
  private final ProvenanceModel model = new ProvenanceModel();
  private final BooleanProperty roomy = new SimpleBooleanProperty();
  private final StoryWords story;
  private final Background background;
  private final Supplier<Optional<Path>> exportTo;
  private final LanesView lanes;
  private final EventCard card;
  private final Label subtitle = new Label();
  private final Label said = new Label();
  private final HBox tools = new HBox();
  private final HBox foot = new HBox();
  private final Legend legend;
  private final StackPane empty = new StackPane();
  private final Button export;
  private final Button fit;

  /// @param clock what is now, and the time zone that times are shown in
  /// @param exportTo asks the user for the SVG file to write; empty when she thinks better of it
  public ProvenancePane(Background background, Clock clock, Supplier<Optional<Path>> exportTo) {
    this.background = background;
    this.exportTo = exportTo;
    story = new StoryWords(words, clock.getZone(), Locale.getDefault(Locale.Category.FORMAT));
    lanes = new LanesView(model, story, this::explain, clock);
    card = new EventCard(words, new EventFacts(words, story), model::clearSelection);
    legend = new Legend(words);
    fit = button("fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE, lanes::fit);
    export = button("export", MaterialDesignE.EXPORT_VARIANT, this::export);
    getStyleClass().add("provenance");
    getStylesheets().add(Theme.sheet("provenance"));
    Label title = new Label(words.text("title"));
    title.getStyleClass().add("provenance-title");
    title.setMinWidth(USE_PREF_SIZE);
    subtitle.getStyleClass().add("provenance-subtitle");
    said.getStyleClass().add("provenance-said");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    tools.getStyleClass().add("provenance-head");
    tools.getChildren().addAll(title, subtitle, gap, said, legend, fit, export);
    Label keys = new Label(words.text("keys"));
    keys.getStyleClass().add("provenance-keys");
    Region footGap = new Region();
    HBox.setHgrow(footGap, Priority.ALWAYS);
    foot.getStyleClass().add("provenance-foot");
    foot.getChildren().addAll(footGap, keys);
    Label nothing = new Label(words.text("empty"));
    nothing.getStyleClass().add("provenance-empty");
    empty.getChildren().add(nothing);
    VBox left = new VBox(tools, new StackPane(lanes, empty), foot);
    VBox.setVgrow(left.getChildren().get(1), Priority.ALWAYS);
    setCenter(left);
    lanes.roomyProperty().bind(roomy);
    card.roomyProperty().bind(roomy);
    roomy.subscribe(this::arrange);
    model.timelineProperty().subscribe(this::tell);
    model.selectedProperty().subscribe(this::showCard);
  }

  /// Shows a story.
  public void show(Timeline timeline) {
    model.show(timeline);
  }

  /// Shows nothing.
  public void clear() {
    model.clear();
  }

  /// Tall lanes, every mark labelled in two lines; else the strip.
  public BooleanProperty roomyProperty() {
    return roomy;
  }

  /// The event that the user chose.
  public ReadOnlyObjectProperty<Optional<Event>> selectedProperty() {
    return model.selectedProperty();
  }

  /// The marks in sight, for tests.
  List<MarkNode> marks() {
    return lanes.marksInSight();
  }

  /// Where the keys work.
  LanesView lanes() {
    return lanes;
  }

  private Button button(String key, Ikon icon, Runnable action) {
    Button button = new Button(words.text(key), new FontIcon(icon));
    button.getStyleClass().add("provenance-button");
    button.setTooltip(new Tooltip(words.text(key + ".tip")));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void arrange(boolean isRoomy) {
    pseudoClassStateChanged(ROOMY, isRoomy);
    tools.getChildren().remove(legend);
    foot.getChildren().remove(legend);
    if (isRoomy) {
      foot.getChildren().addFirst(legend);
    } else {
      tools.getChildren().add(tools.getChildren().indexOf(fit), legend);
    }
    show(foot, isRoomy);
    model.timelineProperty().get().ifPresent(told -> subtitle.setText(subtitle(told)));
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private void tell(Optional<Timeline> told) {
    boolean any = told.filter(story -> !story.events().isEmpty()).isPresent();
    subtitle.setText(told.map(this::subtitle).orElse(""));
    said.setText("");
    lanes.setVisible(any);
    empty.setVisible(!any);
    show(legend, any);
    fit.setDisable(!any);
    export.setDisable(!any);
  }

  private String subtitle(Timeline told) {
    if (!roomy.get() || told.events().isEmpty()) {
      return told.title();
    }
    return words.text(
        "header.events",
        told.title(),
        told.events().size(),
        story.days(told.events().getFirst().at(), told.events().getLast().at()));
  }

  private void showCard(Optional<Event> event) {
    event.ifPresent(chosen -> card.show(chosen, model.laneName(chosen)));
    setRight(event.isPresent() ? card : null);
  }

  private String explain(Mark mark) {
    if (mark.folded()) {
      return words.text("mark.several", mark.events().size());
    }
    Event event = mark.event();
    return words.text(
        "mark.explained", event.explanation(), model.laneName(event), story.moment(event.at()));
  }

  private void export() {
    Optional<SvgTimeline> picture = lanes.picture();
    Optional<Path> target = picture.isPresent() ? exportTo.get() : Optional.empty();
    if (picture.isEmpty() || target.isEmpty()) {
      return;
    }
    Path file = target.get();
    String title =
        words.text("export.title", model.timelineProperty().get().map(Timeline::title).orElse(""));
    String svg = picture.get().write(title, words.text("axis.now"), exportSheet());
    background.runToItsEnd(
        words.text("export.job", file.getFileName()),
        _ -> {
          WholeFile.write(file, svg);
          return file;
        },
        written -> said.setText(words.text("export.done", written.getFileName())),
        failure -> said.setText(failure.sentence()));
  }

  private static String exportSheet() {
    try (InputStream sheet =
        ProvenancePane.class.getResourceAsStream("/touchmark/styles/provenance-export.css")) {
      if (sheet == null) {
        throw new IllegalStateException("the style sheet provenance-export.css is missing");
      }
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

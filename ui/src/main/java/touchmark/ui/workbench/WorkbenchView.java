package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import touchmark.app.usecase.Party;
import touchmark.ui.control.Sign;
import touchmark.ui.control.StateSign;
import touchmark.ui.inspector.InspectorView;
import touchmark.ui.library.LibraryView;
import touchmark.ui.library.Pictures;
import touchmark.ui.provenance.ProvenancePane;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// The window: tool bar, library, preview, inspector, provenance, status bar; flows open beside or
/// over the preview, and the drop targets over everything between the bars.
public final class WorkbenchView extends StackPane implements Commands {
  private final WorkbenchModel model;
  private final Viewer viewer;
  private final ProvenancePane provenance;
  private final Sheets sheets;
  private final Runnable onSample;
  private final Messages words = Messages.of("workbench");
  private final InspectorView inspector;
  private final StackPane right = new StackPane();
  private final StackPane overlay = new StackPane();
  private final DropTargets targets;
  private final ToolBar bar;
  private final Chooser chooser = Chooser.ofSystem(this, words);
  private Runnable onSheetGone = () -> {};

  /// @param onSample brings the sample part
  /// @param drawing for pictures only; the status bar lists the jobs of the other one
  public WorkbenchView(
      WorkbenchModel model,
      Viewer viewer,
      ProvenancePane provenance,
      Pictures pictures,
      Sheets sheets,
      Runnable onSample,
      Background background,
      Background drawing,
      Theme theme) {
    this.model = model;
    this.viewer = viewer;
    this.provenance = provenance;
    this.sheets = sheets;
    this.onSample = onSample;
    getStylesheets().add(Theme.sheet("workbench"));
    getStyleClass().add("workbench");
    inspector = new InspectorView(model.inspector());
    targets = new DropTargets(model.drops());
    bar = new ToolBar(model, this, theme);
    BorderPane frame = new BorderPane();
    frame.setTop(bar);
    frame.setCenter(
        new StackPane(desk(new LibraryView(model.library(), pictures, drawing)), targets));
    frame.setBottom(new StatusBar(model, background));
    overlay.setVisible(false);
    getChildren().addAll(frame, overlay);
    connect();
    targets.listen(this, this::takesDrops, model::act, model::say);
    Shortcut.install(this, this, this::isAwake);
  }

  /// A dialog keeps the keyboard; a sheet closes itself by Esc, if nothing is lost by it.
  private boolean isAwake(Shortcut shortcut) {
    return switch (model.sheetProperty().get()) {
      case Sheet.Closed _ -> true;
      case Sheet.Claim _, Sheet.Share _ -> shortcut != Shortcut.DISMISS;
      case Sheet.Verify _ -> false;
    };
  }

  /// A dialog keeps the mouse too: a file that is let go on it means nothing.
  private boolean takesDrops() {
    return switch (model.sheetProperty().get()) {
      case Sheet.Closed _, Sheet.Claim _, Sheet.Share _ -> true;
      case Sheet.Verify _ -> false;
    };
  }

  private Node desk(LibraryView library) {
    right.getStyleClass().add("right");
    Region picture = viewer.region();
    picture.setMinSize(0, 0);
    StackPane middle = new StackPane(picture, notice());
    middle.getStyleClass().add("middle");
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox upper = new HBox(library, middle, right);
    VBox.setVgrow(upper, Priority.ALWAYS);
    provenance.getStyleClass().add("story");
    return new VBox(upper, provenance);
  }

  /// A sentence over the preview, to be dismissed.
  private Node notice() {
    Label sentence = new Label();
    sentence.setId("notice");
    sentence.textProperty().bind(model.noticeProperty());
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    close.getStyleClass().addAll("flat", "notice-close");
    close.setAccessibleText(words.text("close"));
    close.setOnAction(_ -> model.dismissNotice());
    HBox box = new HBox(new StateSign(Sign.CAUTION, words.text("notice")), sentence, close);
    box.getStyleClass().addAll("caution-box", "notice");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.visibleProperty().bind(model.noticeProperty().isNotEmpty());
    return box;
  }

  private void connect() {
    model
        .inspector()
        .inspectionProperty()
        .subscribe(
            shown -> {
              if (shown == null) {
                viewer.clear();
              } else {
                viewer.show(shown);
              }
            });
    model
        .inspector()
        .pointedAtProperty()
        .subscribe(
            finding -> {
              if (finding != null) {
                viewer.highlight(finding);
              }
            });
    model
        .timelineProperty()
        .subscribe(told -> told.ifPresentOrElse(provenance::show, provenance::clear));
    model.sheetProperty().subscribe(this::arrange);
  }

  private void arrange(Sheet sheet) {
    Party party = model.actingForProperty().get();
    cover(null);
    onSheetGone.run();
    onSheetGone = () -> {};
    switch (sheet) {
      case Sheet.Closed() -> beside(inspector, true);
      case Sheet.Claim(List<Path> files) ->
          beside(opened(sheets.claim(files, party, model::closeSheet)), false);
      case Sheet.Share(List<Sheet.Asset> assets) ->
          beside(opened(sheets.share(assets, party, model::closeSheet)), false);
      case Sheet.Verify(List<Path> files) -> {
        beside(inspector, true);
        cover(opened(sheets.verify(files, party, model::endVerifying)));
      }
    }
  }

  private Region opened(Sheets.Open flow) {
    onSheetGone = flow.onGone();
    return flow.region();
  }

  private void beside(Region shown, boolean withStory) {
    right.getChildren().setAll(shown);
    provenance.setVisible(withStory);
    provenance.setManaged(withStory);
    if (!withStory) {
      shown.requestFocus();
    }
  }

  private void cover(@Nullable Region with) {
    overlay.getChildren().clear();
    overlay.setVisible(with != null);
    if (with != null) {
      overlay.getChildren().add(with);
      with.requestFocus();
    }
  }

  @Override
  public void open() {
    model.act(Act.LOOK, chooser.choose());
  }

  @Override
  public void claim() {
    model.act(Act.CLAIM, shownOrChosen());
  }

  @Override
  public void share() {
    model.act(Act.SHARE, shownOrChosen());
  }

  @Override
  public void verify() {
    model.act(Act.VERIFY, shownOrChosen());
  }

  private List<Path> shownOrChosen() {
    Optional<Path> shown = model.shownFile();
    return shown.map(List::of).orElseGet(chooser::choose);
  }

  @Override
  public void sample() {
    onSample.run();
  }

  @Override
  public void search() {
    bar.search();
  }

  @Override
  public void keys() {
    StackPane veil = new StackPane(new KeysCard(() -> cover(null)));
    veil.getStyleClass().add("veil");
    cover(veil);
  }

  @Override
  public void dismiss() {
    cover(null);
    model.dismissNotice();
  }
}

package touchmark.ui;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import touchmark.app.Touchmark;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.ui.preview.PreviewPane;
import touchmark.ui.provenance.ProvenancePane;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;
import touchmark.ui.workbench.DrawnPictures;
import touchmark.ui.workbench.HomeStation;
import touchmark.ui.workbench.Viewer;
import touchmark.ui.workbench.WorkbenchModel;
import touchmark.ui.workbench.WorkbenchView;

/// The workbench on one opened home, with all its panels. Belongs to the FX thread.
final class Desktop implements AutoCloseable {
  private final Messages words = Messages.of("window");
  private final Window window;

  /// For pictures, whose jobs the status bar does not list.
  private final Background drawing = Background.ofWindow();

  private final PreviewPane preview;
  private final WorkbenchModel model;
  private final WorkbenchView view;

  Desktop(
      Window window,
      Touchmark home,
      HomeStation station,
      WorkbenchModel.Beginning beginning,
      Background background,
      Theme theme,
      Clock clock,
      Runnable onSample) {
    this.window = window;
    preview = new PreviewPane(drawing, theme.darkProperty());
    model = new WorkbenchModel(background, station, beginning);
    view =
        new WorkbenchView(
            model,
            viewer(preview),
            new ProvenancePane(background, clock, this::exportTo),
            new DrawnPictures(station, theme.darkProperty()),
            new HomeSheets(
                home, model, background, drawing, theme.darkProperty(), clock, this::folder),
            onSample,
            background,
            drawing,
            theme);
  }

  Parent view() {
    return view;
  }

  WorkbenchModel model() {
    return model;
  }

  @Override
  public void close() {
    model.close();
    preview.close();
    drawing.close();
  }

  private Optional<Path> exportTo() {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(words.text("export.title"));
    dialog.setInitialFileName(words.text("export.name"));
    dialog
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(words.text("export.kind"), "*.svg"));
    return Optional.ofNullable(dialog.showSaveDialog(window)).map(File::toPath);
  }

  private Optional<Path> folder() {
    DirectoryChooser dialog = new DirectoryChooser();
    dialog.setTitle(words.text("release.title"));
    return Optional.ofNullable(dialog.showDialog(window)).map(File::toPath);
  }

  private static Viewer viewer(PreviewPane pane) {
    return new Viewer() {
      @Override
      public Region region() {
        return pane;
      }

      @Override
      public void show(Inspection inspection) {
        pane.show(inspection);
      }

      @Override
      public void clear() {
        pane.clear();
      }

      @Override
      public void highlight(Finding finding) {
        pane.highlight(finding);
      }
    };
  }
}

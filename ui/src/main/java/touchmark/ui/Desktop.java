package touchmark.ui;

import java.time.Clock;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import touchmark.app.Touchmark;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.ui.preview.PreviewPane;
import touchmark.ui.provenance.ProvenancePane;
import touchmark.ui.support.Background;
import touchmark.ui.support.Theme;
import touchmark.ui.workbench.DrawnPictures;
import touchmark.ui.workbench.HomeStation;
import touchmark.ui.workbench.Viewer;
import touchmark.ui.workbench.WorkbenchModel;
import touchmark.ui.workbench.WorkbenchView;

/// The workbench on one opened home, with all its panels. Belongs to the FX thread.
final class Desktop implements AutoCloseable {
  /// For pictures, whose jobs the status bar does not list.
  private final Background drawing = Background.ofWindow();

  private final PreviewPane preview;
  private final WorkbenchModel model;
  private final WorkbenchView view;

  Desktop(
      Places places,
      Touchmark home,
      HomeStation station,
      WorkbenchModel.Beginning beginning,
      Background background,
      Theme theme,
      Clock clock,
      Runnable onSample) {
    preview = new PreviewPane(drawing, theme.darkProperty());
    model = new WorkbenchModel(background, station, beginning);
    view =
        new WorkbenchView(
            model,
            viewer(preview),
            new ProvenancePane(background, clock, places::picture),
            new DrawnPictures(station, theme.darkProperty()),
            new HomeSheets(home, model, background, drawing, theme.darkProperty(), clock, places),
            onSample,
            background,
            drawing,
            theme);
  }

  Parent view() {
    return view;
  }

  /// Told whenever all of what the preview shows was put on the screen.
  void setOnPicture(Runnable listener) {
    preview.setOnPicture(listener);
  }

  WorkbenchModel model() {
    return model;
  }

  @Override
  public void close() {
    model.closeSheet();
    model.close();
    preview.close();
    drawing.close();
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

package touchmark.ui.preview;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.render.Camera;
import touchmark.app.render.Rasterizer;
import touchmark.app.render.Scene;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// The picture of the opened file with its tools: what the workbench puts in its middle. Belongs to
/// the FX thread.
public final class PreviewPane extends StackPane implements AutoCloseable {
  private final Messages words = Messages.of("preview");
  private final Rasterizer rasterizer = new Rasterizer();
  private final PreviewModel model;
  private final Viewport software;
  private final Optional<Viewport> scene3d;
  private final StackPane stage = new StackPane();
  private final PlaceRing ring = new PlaceRing();
  private final Label sentence = new Label();
  private @Nullable Viewport current;
  private Runnable onPicture = () -> {};

  /// @param background for drawing only: its jobs have no title, so it is not the one whose jobs
  ///   the status bar lists. The caller closes it, after this pane
  /// @param dark whether the window is dark
  public PreviewPane(Background background, ObservableValue<Boolean> dark) {
    this(background, dark, Viewports.has3d());
  }

  /// @param with3d whether JavaFX 3D may be used
  PreviewPane(Background background, ObservableValue<Boolean> dark, boolean with3d) {
    model = new PreviewModel(background);
    software = new SoftwareViewport(background, rasterizer, this::say, this::pictured);
    scene3d =
        with3d
            ? Optional.of(new SceneViewport(background, rasterizer, this::say, this::pictured))
            : Optional.empty();
    getStyleClass().add("preview");
    getStylesheets().add(Theme.sheet("preview"));

    Region surface = new Region();
    surface.setFocusTraversable(true);
    surface.setAccessibleText(words.text("picture"));
    surface.getStyleClass().add("surface");
    Gestures gestures = new Gestures(model, surface);
    gestures.keysFrom(this);
    sentence.setMouseTransparent(true);
    sentence.getStyleClass().addAll("sentence", "text-quiet");
    getChildren()
        .addAll(stage, surface, ring, new PreviewOverlays(model, gestures, words), sentence);

    model.darkProperty().bind(Bindings.createBooleanBinding(dark::getValue, dark));
    model.sceneProperty().subscribe(_ -> draw());
    model.cameraProperty().subscribe(_ -> draw());
    model.markedProperty().subscribe(_ -> mark());
    model.showingProperty().subscribe(this::explain);
    surface.disableProperty().bind(model.sceneProperty().map(Optional::isEmpty));
  }

  /// Shows a file: its model, its toolpath, or a sentence when its kind has no picture.
  public void show(Inspection inspection) {
    model.show(inspection);
  }

  /// Shows nothing.
  public void clear() {
    model.clear();
  }

  /// Colours what a finding is about, rings it and goes there. Right after [#show] it waits until
  /// the file is there.
  public void highlight(Finding finding) {
    model.highlight(finding);
  }

  /// Told, on the FX thread, whenever all of what is shown was put on the screen.
  public void setOnPicture(Runnable listener) {
    onPicture = listener;
  }

  /// What is shown now.
  public ReadOnlyObjectProperty<Showing> showingProperty() {
    return model.showingProperty();
  }

  /// Stops all drawing.
  @Override
  public void close() {
    model.darkProperty().unbind();
    model.clear();
    software.close();
    scene3d.ifPresent(Viewport::close);
  }

  PreviewModel model() {
    return model;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    model.resize(getWidth(), getHeight());
    mark();
  }

  private void draw() {
    Optional<Scene> scene = model.sceneProperty().get();
    Camera camera = model.cameraProperty().get();
    use(scene.map(drawn -> viewport(drawn, camera)).orElse(null));
    if (current != null && scene.isPresent()) {
      current.show(scene.get(), camera);
    }
    mark();
  }

  private Viewport viewport(Scene scene, Camera camera) {
    return switch (Viewports.choose(scene, camera, scene3d.isPresent())) {
      case SCENE_3D -> scene3d.orElse(software);
      case SOFTWARE -> software;
    };
  }

  private void use(@Nullable Viewport next) {
    if (Objects.equals(next, current)) {
      return;
    }
    if (current != null) {
      current.clear();
    }
    current = next;
    if (next == null) {
      stage.getChildren().clear();
    } else {
      stage.getChildren().setAll(next.region());
    }
  }

  private void mark() {
    ring.show(model.markedProperty().get(), model.cameraProperty().get());
  }

  private void explain(Showing showing) {
    sentence.setText(
        switch (showing) {
          case NOTHING, MODEL, TOOLPATH -> "";
          case NO_PICTURE -> words.text("no-picture");
          case EMPTY -> words.text("empty");
        });
  }

  private void pictured() {
    onPicture.run();
  }

  private void say(Failure failure) {
    if (!failure.cancelled()) {
      sentence.setText(words.text("failed", failure.sentence()));
    }
  }
}

package touchmark.ui.preview;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Marks;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Place;
import touchmark.app.mesh.Box;
import touchmark.app.render.Camera;
import touchmark.app.render.Highlight;
import touchmark.app.render.LayerRange;
import touchmark.app.render.Palette;
import touchmark.app.render.Projection;
import touchmark.app.render.Scene;
import touchmark.app.render.StandardView;
import touchmark.app.render.Subject;
import touchmark.app.render.Tone;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;
import touchmark.ui.support.Background;

/// What is previewed, from where, and what the user may do with it. Knows no scene classes. Belongs
/// to the FX thread.
public final class PreviewModel {
  /// How much more than the place of a finding is shown, for context.
  private static final double CONTEXT = 3;

  /// A place is never shown larger than as this share of the part.
  private static final double CLOSEST = 0.12;

  private static final Box UNIT = new Box(-1, -1, -1, 1, 1, 1);

  private final Background.Slot slot;
  private final ReadOnlyObjectWrapper<Showing> showing =
      new ReadOnlyObjectWrapper<>(Showing.NOTHING);
  private final ReadOnlyObjectWrapper<Optional<Scene>> scene =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Camera> camera =
      new ReadOnlyObjectWrapper<>(Camera.onto(UNIT, StandardView.ISO, 1));
  private final ReadOnlyObjectWrapper<Optional<Box>> marked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final BooleanProperty plateShown = new SimpleBooleanProperty(true);
  private final BooleanProperty cut = new SimpleBooleanProperty();
  private final DoubleProperty cutHeight = new SimpleDoubleProperty();
  private final IntegerProperty lowestLayer = new SimpleIntegerProperty();
  private final IntegerProperty highestLayer = new SimpleIntegerProperty();
  private final ObservableSet<Feature> hidden =
      FXCollections.observableSet(EnumSet.of(Feature.TRAVEL));
  private double aspect = 1;
  private @Nullable Camera fitted;
  private @Nullable Loaded loaded;
  private List<Highlight> highlights = List.of();
  private @Nullable Finding awaited;
  private boolean rebuilding;

  /// What is on stage, with what takes a while to find out.
  private record Loaded(Scene whole, Box bounds) {}

  /// @param background its jobs have no title: not for a status bar
  public PreviewModel(Background background) {
    slot = background.slot();
    Observable[] causes = {dark, plateShown, cut, cutHeight, lowestLayer, highestLayer, hidden};
    for (Observable cause : causes) {
      cause.addListener(_ -> rebuild());
    }
  }

  /// What is shown.
  public ReadOnlyObjectProperty<Showing> showingProperty() {
    return showing.getReadOnlyProperty();
  }

  /// What to draw; empty when there is no picture.
  public ReadOnlyObjectProperty<Optional<Scene>> sceneProperty() {
    return scene.getReadOnlyProperty();
  }

  /// From where to draw it.
  public ReadOnlyObjectProperty<Camera> cameraProperty() {
    return camera.getReadOnlyProperty();
  }

  /// The place that a ring is drawn around.
  public ReadOnlyObjectProperty<Optional<Box>> markedProperty() {
    return marked.getReadOnlyProperty();
  }

  /// Whether the window is dark.
  public BooleanProperty darkProperty() {
    return dark;
  }

  /// Whether the plate is drawn.
  public BooleanProperty plateShownProperty() {
    return plateShown;
  }

  /// Whether a model is cut at [#cutHeightProperty].
  public BooleanProperty cutProperty() {
    return cut;
  }

  /// Height of the section, in the unit of the mesh.
  public DoubleProperty cutHeightProperty() {
    return cutHeight;
  }

  /// First layer drawn, counted from 0.
  public IntegerProperty lowestLayerProperty() {
    return lowestLayer;
  }

  /// Last layer drawn, counted from 0.
  public IntegerProperty highestLayerProperty() {
    return highestLayer;
  }

  /// Features that are not drawn.
  public ObservableSet<Feature> hidden() {
    return hidden;
  }

  /// The box around what is shown.
  public Optional<Box> bounds() {
    return Optional.ofNullable(loaded).map(Loaded::bounds);
  }

  /// The toolpath shown.
  public Optional<Toolpath> toolpath() {
    return loaded != null && loaded.whole().subject() instanceof Subject.Sliced sliced
        ? Optional.of(sliced.toolpath())
        : Optional.empty();
  }

  /// Shows a file, whole, from the usual side.
  public void show(Inspection inspection) {
    clear();
    Palette palette = palette();
    slot.runHeavy(
        "",
        _ -> load(inspection, palette),
        found ->
            found.ifPresentOrElse(this::install, () -> showing.set(withoutPicture(inspection))),
        failure -> {
          if (!failure.cancelled()) {
            showing.set(Showing.NO_PICTURE);
          }
        });
  }

  /// Shows nothing.
  public void clear() {
    slot.clear();
    loaded = null;
    awaited = null;
    showing.set(Showing.NOTHING);
    plain();
  }

  /// Marks a finding and goes to it; what is before it is seen through. Does nothing for a finding
  /// without a place. Right after [#show] it waits until the file is there.
  public void highlight(Finding finding) {
    if (loaded == null) {
      awaited = finding;
      return;
    }
    finding.place().ifPresent(place -> goTo(place, Marks.tone(finding.severity())));
  }

  /// Whole, uncut, unmarked, from the usual side.
  public void reset() {
    plain();
    camera.set(camera.get().with(Projection.PERSPECTIVE));
    look(StandardView.ISO);
  }

  /// Tells the shape of the place where it is drawn. A view that showed all goes on to do so.
  public void resize(double width, double height) {
    if (width < 1 || height < 1) {
      return;
    }
    aspect = width / height;
    if (camera.get().equals(fitted)) {
      fit();
    }
  }

  /// All of it, from the same side.
  public void fit() {
    bounds()
        .ifPresent(
            box -> {
              fitted = camera.get().fit(box, aspect);
              camera.set(fitted);
            });
  }

  /// All of it, from a standard side.
  public void look(StandardView view) {
    move(from -> from.look(view));
    fit();
  }

  /// Changes the camera.
  public void move(UnaryOperator<Camera> movement) {
    camera.set(movement.apply(camera.get()));
  }

  private void install(Loaded found) {
    loaded = found;
    rebuilding = true;
    cutHeight.set(found.bounds().maxZ());
    lowestLayer.set(0);
    highestLayer.set(toolpath().map(Toolpath::layers).orElse(1) - 1);
    rebuilding = false;
    look(StandardView.ISO);
    rebuild();
    showing.set(toolpath().isPresent() ? Showing.TOOLPATH : Showing.MODEL);
    if (awaited != null) {
      highlight(awaited);
      awaited = null;
    }
  }

  private void plain() {
    rebuilding = true;
    highlights = List.of();
    marked.set(Optional.empty());
    cut.set(false);
    bounds().ifPresent(box -> cutHeight.set(box.maxZ()));
    lowestLayer.set(0);
    highestLayer.set(toolpath().map(Toolpath::layers).orElse(1) - 1);
    hidden.retainAll(Set.of(Feature.TRAVEL));
    hidden.add(Feature.TRAVEL);
    rebuilding = false;
    rebuild();
  }

  private void goTo(Place place, Tone tone) {
    plain();
    if (place.facets().count() > 0) {
      highlights = List.of(new Highlight(place.facets(), tone));
    }
    place.layer().ifPresent(layer -> highestLayer.set(Math.clamp(layer, 0, highestLayer.get())));
    marked.set(place.box());
    place.box().ifPresent(box -> move(from -> from.fit(around(box), aspect)));
    rebuild();
  }

  /// A box in which a place is seen with what surrounds it.
  private Box around(Box place) {
    double least = CLOSEST * bounds().map(Box::diagonal).orElse(1.0);
    double half = Math.max(CONTEXT * place.diagonal(), least) / 2;
    return new Box(
        place.centreX() - half,
        place.centreY() - half,
        place.centreZ() - half,
        place.centreX() + half,
        place.centreY() + half,
        place.centreZ() + half);
  }

  private void rebuild() {
    if (rebuilding) {
      return;
    }
    scene.set(Optional.ofNullable(loaded).map(this::present));
  }

  private Scene present(Loaded present) {
    Subject subject =
        switch (present.whole().subject()) {
          case Subject.Solid solid ->
              solid
                  .with(highlights, !highlights.isEmpty())
                  .cutAt(cut.get() ? OptionalDouble.of(cutHeight.get()) : OptionalDouble.empty());
          case Subject.Sliced sliced -> {
            int last = sliced.toolpath().layers() - 1;
            int to = Math.clamp(highestLayer.get(), 0, last);
            int from = Math.clamp(lowestLayer.get(), 0, to);
            yield sliced.with(new LayerRange(from, to)).without(Set.copyOf(hidden));
          }
        };
    Scene whole = present.whole();
    return new Scene(subject, plateShown.get() ? whole.bed() : Optional.empty(), palette());
  }

  private Palette palette() {
    return dark.get() ? Palette.DARK : Palette.LIGHT;
  }

  private static Optional<Loaded> load(Inspection inspection, Palette palette) {
    Optional<Subject> subject = Subject.of(inspection.file().data());
    return subject.flatMap(
        what ->
            inspection
                .mesh()
                .flatMap(MeshFacts::bounds)
                .or(what::bounds)
                .map(box -> new Loaded(Scene.onBed(what, palette), box)));
  }

  private static Showing withoutPicture(Inspection inspection) {
    return switch (inspection.file().data()) {
      case ProductData.Model _, ProductData.Sliced _ -> Showing.EMPTY;
      case ProductData.Layered _,
          ProductData.Cad _,
          ProductData.Configured _,
          ProductData.Results _,
          ProductData.Unread _ ->
          Showing.NO_PICTURE;
    };
  }
}

package touchmark.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Severity;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.render.Camera;
import touchmark.app.render.LayerRange;
import touchmark.app.render.Palette;
import touchmark.app.render.Projection;
import touchmark.app.render.Scene;
import touchmark.app.render.StandardView;
import touchmark.app.render.Subject;
import touchmark.app.render.Tone;
import touchmark.app.toolpath.Feature;
import touchmark.ui.support.Background;

class PreviewModelTest {
  private final PreviewModel model =
      new PreviewModel(new Background(Runnable::run, Runnable::run, Runnable::run));

  @Test
  void aModelIsShownWholeFromTheCorner() {
    model.resize(800, 600);
    model.show(Samples.bracket());
    assertThat(model.showingProperty().get()).isEqualTo(Showing.MODEL);
    assertThat(model.cameraProperty().get().yaw()).isEqualTo(StandardView.ISO.yaw());
    assertThat(model.cameraProperty().get().target().x()).isCloseTo(60, within(1e-6));
    assertThat(scene().bed()).isPresent();
  }

  @Test
  void aFileWithoutPictureSaysSo() {
    model.show(Samples.unread());
    assertThat(model.showingProperty().get()).isEqualTo(Showing.NO_PICTURE);
    assertThat(model.sceneProperty().get()).isEmpty();
  }

  @Test
  void aFileWithoutAnythingToDrawSaysSo() {
    model.show(Samples.model(new Mesh(new float[0], new int[0], LengthUnit.MILLIMETRE, List.of())));
    assertThat(model.showingProperty().get()).isEqualTo(Showing.EMPTY);
    model.show(Samples.sliced(0));
    assertThat(model.showingProperty().get()).isEqualTo(Showing.EMPTY);
  }

  @Test
  void aFindingIsColouredSeenThroughTheWallsAndRinged() {
    model.show(Samples.bracket());
    double before = model.cameraProperty().get().span();
    model.highlight(Samples.innerVoid());
    Subject.Solid solid = (Subject.Solid) scene().subject();
    assertThat(solid.seeThrough()).isTrue();
    assertThat(solid.highlights()).hasSize(1);
    assertThat(solid.highlights().getFirst().tone()).isEqualTo(Tone.CAREFUL);
    assertThat(solid.highlights().getFirst().facets().count()).isEqualTo(12);
    assertThat(model.markedProperty().get()).isPresent();
    assertThat(model.cameraProperty().get().target().x()).isCloseTo(86, within(1e-6));
    assertThat(model.cameraProperty().get().span()).isLessThan(before);
    model.reset();
    assertThat(((Subject.Solid) scene().subject()).highlights()).isEmpty();
    assertThat(model.markedProperty().get()).isEmpty();
  }

  @Test
  void aFindingOfAToolpathShowsItsLayer() {
    model.show(Samples.sliced(50));
    model.highlight(
        new Finding(
            "MISSING_LAYERS",
            Severity.FAIL,
            "Layer 21 is missing.",
            Optional.of(new Place(Optional.empty(), Facets.NONE, OptionalInt.of(20)))));
    assertThat(layers()).isEqualTo(new LayerRange(0, 20));
  }

  @Test
  void layersAndFeaturesAreChosen() {
    model.show(Samples.sliced(50));
    assertThat(layers()).isEqualTo(new LayerRange(0, 49));
    model.highestLayerProperty().set(30);
    model.lowestLayerProperty().set(10);
    assertThat(layers()).isEqualTo(new LayerRange(10, 30));
    model.hidden().add(Feature.INFILL);
    assertThat(((Subject.Sliced) scene().subject()).hidden())
        .containsExactlyInAnyOrder(Feature.TRAVEL, Feature.INFILL);
    model.reset();
    assertThat(layers()).isEqualTo(new LayerRange(0, 49));
    assertThat(((Subject.Sliced) scene().subject()).hidden()).containsExactly(Feature.TRAVEL);
  }

  @Test
  void aShorterFileAfterALongerOneShowsAllItsLayers() {
    model.show(Samples.sliced(50));
    model.show(Samples.sliced(5));
    assertThat(layers()).isEqualTo(new LayerRange(0, 4));
  }

  @Test
  void aModelIsCutAtAHeight() {
    model.show(Samples.bracket());
    model.cutProperty().set(true);
    assertThat(((Subject.Solid) scene().subject()).section()).hasValue(43);
    model.cutHeightProperty().set(20);
    assertThat(((Subject.Solid) scene().subject()).section()).hasValue(20);
    model.cutProperty().set(false);
    assertThat(((Subject.Solid) scene().subject()).section()).isEmpty();
  }

  @Test
  void theWindowsShapeRefitsOnlyAViewThatShowedAll() {
    model.resize(400, 400);
    model.show(Samples.bracket());
    Camera square = model.cameraProperty().get();
    model.resize(300, 600);
    assertThat(model.cameraProperty().get().span()).isGreaterThan(square.span());
    model.move(camera -> camera.orbit(10, 0));
    Camera turned = model.cameraProperty().get();
    model.resize(600, 300);
    assertThat(model.cameraProperty().get()).isEqualTo(turned);
  }

  @Test
  void aDarkWindowHasTheDarkPalette() {
    model.show(Samples.bracket());
    assertThat(scene().palette()).isEqualTo(Palette.LIGHT);
    model.darkProperty().set(true);
    assertThat(scene().palette()).isEqualTo(Palette.DARK);
  }

  @Test
  void only3dMachinesAndPlainModelsUseJavaFx3d() {
    model.show(Samples.bracket());
    Camera camera = model.cameraProperty().get();
    assertThat(Viewports.choose(scene(), camera, true)).isEqualTo(Viewports.SCENE_3D);
    assertThat(Viewports.choose(scene(), camera, false)).isEqualTo(Viewports.SOFTWARE);
    assertThat(Viewports.choose(scene(), camera.with(Projection.PARALLEL), true))
        .isEqualTo(Viewports.SOFTWARE);
    model.highlight(Samples.innerVoid());
    assertThat(Viewports.choose(scene(), camera, true)).isEqualTo(Viewports.SOFTWARE);
    model.show(Samples.sliced(3));
    assertThat(Viewports.choose(scene(), camera, true)).isEqualTo(Viewports.SOFTWARE);
  }

  private Scene scene() {
    return model.sceneProperty().get().orElseThrow();
  }

  private LayerRange layers() {
    return ((Subject.Sliced) scene().subject()).layers();
  }
}

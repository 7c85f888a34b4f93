package touchmark.ui.preview;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.geometry.Point3D;
import javafx.scene.AmbientLight;
import javafx.scene.DirectionalLight;
import javafx.scene.Group;
import javafx.scene.LightBase;
import javafx.scene.PerspectiveCamera;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SubScene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.MeshView;
import org.fxyz3d.utils.CameraTransformer;
import org.jspecify.annotations.Nullable;
import touchmark.app.render.Camera;
import touchmark.app.render.Lighting;
import touchmark.app.render.Palette;
import touchmark.app.render.Picture;
import touchmark.app.render.Rasterizer;
import touchmark.app.render.Scene;
import touchmark.app.render.Subject;
import touchmark.app.render.Vector;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;

/// Draws models with JavaFX 3D. The world keeps its axes; a camera on a [CameraTransformer] moves
/// through it. Large models appear chunk by chunk, so that the window stays free.
final class SceneViewport implements Viewport {
  private static final int CHUNKS_A_PULSE = 2;
  private static final int PLATE_PIXELS = 1024;

  private final Background.Slot slot;
  private final Rasterizer rasterizer;
  private final Consumer<Failure> onFailure;
  private final Runnable onPicture;
  private final Group bed = new Group();
  private final Group model = new Group();
  private final PerspectiveCamera eye = new PerspectiveCamera(true);
  private final CameraTransformer rig = new CameraTransformer(CameraTransformer.RotateOrder.XYZ);
  private final SubScene stage;
  private final Pane pane;
  private final Deque<MeshView> waiting = new ArrayDeque<>();
  private final AnimationTimer arrivals =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          arrive();
        }
      };
  private @Nullable Scene shown;

  /// What is made in the background: plain values only.
  private record Prepared(List<MeshView> chunks, @Nullable Picture plate) {}

  /// @param onPicture runs whenever all of a model was put on the screen
  SceneViewport(
      Background background,
      Rasterizer rasterizer,
      Consumer<Failure> onFailure,
      Runnable onPicture) {
    this.onPicture = onPicture;
    slot = background.slot();
    this.rasterizer = rasterizer;
    this.onFailure = onFailure;
    eye.setFieldOfView(Camera.FIELD_OF_VIEW);
    rig.getChildren().add(eye);
    Lighting light = Lighting.STUDIO;
    rig.getChildren().add(travelling(light.key(), light.keyFrom()));
    rig.getChildren().add(travelling(light.fill(), light.fillFrom()));
    Group world = new Group(new AmbientLight(Color.gray(light.ambient())), bed, model, rig);
    stage = new SubScene(world, 1, 1, true, SceneAntialiasing.BALANCED);
    stage.setCamera(eye);
    // JavaFX tilts a gradient that fills a 3D scene: the pane behind has it.
    stage.setFill(Color.TRANSPARENT);
    stage.setManaged(false);
    pane = new Pane(stage);
    pane.setMouseTransparent(true);
    stage.widthProperty().bind(pane.widthProperty());
    stage.heightProperty().bind(pane.heightProperty());
  }

  @Override
  public Region region() {
    return pane;
  }

  @Override
  public void show(Scene scene, Camera camera) {
    look(camera, scene);
    if (scene.equals(shown)) {
      return;
    }
    boolean samePlace = shown != null && shown.subject().equals(scene.subject());
    if (!samePlace) {
      removeModel();
    }
    shown = scene;
    pane.setBackground(background(scene.palette()));
    slot.runHeavy("", _ -> prepare(scene), prepared -> present(scene, prepared), onFailure);
  }

  @Override
  public void clear() {
    shown = null;
    slot.clear();
    removeModel();
    bed.getChildren().clear();
  }

  @Override
  public void close() {
    clear();
  }

  private Prepared prepare(Scene scene) {
    List<MeshView> chunks =
        switch (scene.subject()) {
          case Subject.Solid solid -> ChunkViews.of(solid, scene.palette());
          case Subject.Sliced _ -> List.of();
        };
    Picture plate =
        scene
            .bed()
            .map(plane -> rasterizer.plate(plane, scene.subject(), scene.palette(), PLATE_PIXELS))
            .orElse(null);
    return new Prepared(chunks, plate);
  }

  private void present(Scene scene, Prepared prepared) {
    removeModel();
    bed.getChildren().clear();
    Picture plate = prepared.plate();
    if (plate != null) {
      bed.getChildren().add(new BedView(scene.bed().orElseThrow(), plate, scene.palette()));
    }
    waiting.addAll(prepared.chunks());
    arrive();
    if (!waiting.isEmpty()) {
      arrivals.start();
    }
  }

  private void arrive() {
    List<MeshView> next = new ArrayList<>();
    while (next.size() < CHUNKS_A_PULSE && !waiting.isEmpty()) {
      next.add(waiting.poll());
    }
    model.getChildren().addAll(next);
    if (waiting.isEmpty()) {
      arrivals.stop();
      onPicture.run();
    }
  }

  private void removeModel() {
    arrivals.stop();
    waiting.clear();
    model.getChildren().clear();
  }

  private void look(Camera camera, Scene scene) {
    Vector target = camera.target();
    rig.setTranslate(target.x(), target.y(), target.z());
    // JavaFX looks along +z with +y down; a right angle more turns that to our level view.
    rig.setRotate(-90 - camera.pitch(), 0, camera.yaw());
    eye.setTranslateZ(-camera.distance());
    double reach =
        scene.bed().map(plane -> Math.hypot(plane.width(), plane.depth())).orElse(0.0)
            + scene.subject().bounds().map(box -> box.diagonal()).orElse(0.0);
    eye.setNearClip(camera.distance() / 100);
    eye.setFarClip(camera.distance() + 2 * reach);
  }

  private static LightBase travelling(double strength, Vector from) {
    DirectionalLight light = new DirectionalLight(Color.gray(strength));
    // From eye coordinates (y up, z to the viewer) to the camera's (y down, z ahead), and away.
    light.setDirection(new Point3D(-from.x(), from.y(), from.z()));
    return light;
  }

  private static javafx.scene.layout.Background background(Palette palette) {
    LinearGradient fade =
        new LinearGradient(
            0,
            0,
            0,
            1,
            true,
            CycleMethod.NO_CYCLE,
            new Stop(0, Paints.of(palette.top())),
            new Stop(1, Paints.of(palette.bottom())));
    return new javafx.scene.layout.Background(
        new BackgroundFill(fade, CornerRadii.EMPTY, Insets.EMPTY));
  }
}

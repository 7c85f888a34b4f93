package touchmark.ui.preview;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import touchmark.app.render.Camera;
import touchmark.app.render.Projection;
import touchmark.app.render.Scene;
import touchmark.app.render.Subject;

/// Which of the two drawers draws a scene.
enum Viewports {
  /// JavaFX's own 3D.
  SCENE_3D,
  /// Our rasterizer, which needs no 3D.
  SOFTWARE;

  /// Above, JavaFX needs seconds for the first picture.
  private static final int MOST_FACETS = 1_000_000;

  /// Scene3D for plain models of moderate size where the machine has 3D. Sections, walls to see
  /// through and parallel projection are drawn by software, and so are toolpaths.
  static Viewports choose(Scene scene, Camera camera, boolean has3d) {
    boolean plain =
        switch (scene.subject()) {
          case Subject.Solid solid ->
              solid.mesh().triangleCount() <= MOST_FACETS
                  && solid.section().isEmpty()
                  && !solid.seeThrough();
          case Subject.Sliced _ -> false;
        };
    return has3d && plain && camera.projection() == Projection.PERSPECTIVE ? SCENE_3D : SOFTWARE;
  }

  /// Whether JavaFX can draw 3D here.
  static boolean has3d() {
    return Platform.isSupported(ConditionalFeature.SCENE3D);
  }
}

package touchmark.ui.preview;

import javafx.scene.layout.Region;
import touchmark.app.render.Camera;
import touchmark.app.render.Scene;

/// Something that draws a scene into a region of the window. Belongs to the FX thread.
interface Viewport extends AutoCloseable {
  /// Where it draws. It takes whatever size it is given and lets the mouse through.
  Region region();

  /// Draws a scene, now or soon. Nothing happens when neither has changed.
  void show(Scene scene, Camera camera);

  /// Lets go of the scene and stops all work.
  void clear();

  @Override
  void close();
}

package touchmark.ui.preview;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import touchmark.app.mesh.Box;
import touchmark.app.render.Camera;
import touchmark.app.render.Projector;
import touchmark.app.render.Vector;

/// A ring over the picture around the place of a finding, however small the place is.
final class PlaceRing extends Pane {
  private static final double SMALLEST = 14;
  private static final double AROUND = 6;

  private final Circle halo = new Circle();
  private final Circle ring = new Circle();

  PlaceRing() {
    getStyleClass().add("place-ring");
    setMouseTransparent(true);
    halo.getStyleClass().add("halo");
    ring.getStyleClass().add("ring");
    halo.centerXProperty().bind(ring.centerXProperty());
    halo.centerYProperty().bind(ring.centerYProperty());
    halo.radiusProperty().bind(ring.radiusProperty());
    halo.visibleProperty().bind(ring.visibleProperty());
    getChildren().addAll(halo, ring);
  }

  void show(Optional<Box> place, Camera camera) {
    Projector projector = new Projector(camera, Math.max(1, getWidth()), Math.max(1, getHeight()));
    Optional<Vector> centre =
        place.map(box -> new Vector(box.centreX(), box.centreY(), box.centreZ()));
    Optional<Projector.Pixel> pixel = centre.flatMap(projector::project);
    ring.setVisible(pixel.isPresent());
    if (place.isPresent() && centre.isPresent() && pixel.isPresent()) {
      ring.setCenterX(pixel.get().x());
      ring.setCenterY(pixel.get().y());
      double half = place.get().diagonal() / 2 * projector.scaleAt(centre.get());
      ring.setRadius(Math.max(SMALLEST, half + AROUND));
    }
  }
}

package touchmark.app.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchmark.app.mesh.Box;

class CameraTest {
  private static final Box PART = new Box(10, 20, 0, 110, 80, 40);
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;

  private final Camera camera = Camera.onto(PART, StandardView.ISO, 1.5);

  @ParameterizedTest
  @EnumSource(StandardView.class)
  void everyViewFitsTheWholePartIntoThePicture(StandardView view) {
    for (Projection projection : Projection.values()) {
      Camera fitted = Camera.onto(PART, view, 1.5).with(projection).fit(PART, 1.5);
      Projector projector = new Projector(fitted, WIDTH, HEIGHT);
      double widest = 0;
      for (int corner = 0; corner < 8; corner++) {
        Projector.Pixel pixel = projector.project(corner(corner)).orElseThrow();
        widest =
            Math.max(
                widest,
                Math.max(
                    Math.abs(pixel.x() - WIDTH / 2.0) / (WIDTH / 2.0),
                    Math.abs(pixel.y() - HEIGHT / 2.0) / (HEIGHT / 2.0)));
      }
      assertThat(widest).isBetween(0.8, 0.9);
    }
  }

  @Test
  void fromTheFrontXRunsRightAndZRunsUp() {
    Projector front = new Projector(camera.look(StandardView.FRONT), WIDTH, HEIGHT);
    Projector.Pixel origin = front.project(new Vector(0, 0, 0)).orElseThrow();
    Projector.Pixel x = front.project(new Vector(10, 0, 0)).orElseThrow();
    Projector.Pixel z = front.project(new Vector(0, 0, 10)).orElseThrow();
    assertThat(x.x()).isGreaterThan(origin.x());
    assertThat(x.y()).isCloseTo(origin.y(), within(1e-9));
    assertThat(z.y()).isLessThan(origin.y());
  }

  @Test
  void fromAboveYRunsUp() {
    Projector top = new Projector(camera.look(StandardView.TOP), WIDTH, HEIGHT);
    Projector.Pixel origin = top.project(new Vector(0, 0, 0)).orElseThrow();
    Projector.Pixel y = top.project(new Vector(0, 10, 0)).orElseThrow();
    assertThat(y.x()).isCloseTo(origin.x(), within(1e-9));
    assertThat(y.y()).isLessThan(origin.y());
  }

  @Test
  void zoomingAtAPointKeepsItUnderThePointer() {
    // A point of the plane through the target, a quarter of the height right and up of the middle.
    Vector under =
        camera
            .target()
            .plus(camera.right().times(camera.span() / 4))
            .plus(camera.up().times(camera.span() / 4));
    Projector.Pixel before = new Projector(camera, WIDTH, HEIGHT).project(under).orElseThrow();
    Projector.Pixel after =
        new Projector(camera.zoomAt(0.5, 0.25, 0.25), WIDTH, HEIGHT).project(under).orElseThrow();
    assertThat(after.x()).isCloseTo(before.x(), within(1e-6));
    assertThat(after.y()).isCloseTo(before.y(), within(1e-6));
  }

  @Test
  void panningMovesTheTargetWithThePointer() {
    Projector panned = new Projector(camera.pan(0.1, -0.2), WIDTH, HEIGHT);
    Projector.Pixel pixel = panned.project(camera.target()).orElseThrow();
    assertThat(pixel.x()).isCloseTo(WIDTH / 2.0 + 0.1 * HEIGHT, within(1e-6));
    assertThat(pixel.y()).isCloseTo(HEIGHT / 2.0 + 0.2 * HEIGHT, within(1e-6));
  }

  @Test
  void orbitingStopsStraightAboveAndNeverMovesTheTarget() {
    Camera above = camera.orbit(30, 500);
    assertThat(above.pitch()).isEqualTo(90);
    assertThat(above.target()).isEqualTo(camera.target());
    assertThat(above.distance()).isCloseTo(camera.distance(), within(1e-9));
  }

  @Test
  void bothProjectionsShowTheTargetAtTheSameScale() {
    double perspective = new Projector(camera, WIDTH, HEIGHT).scaleAt(camera.target());
    double parallel =
        new Projector(camera.with(Projection.PARALLEL), WIDTH, HEIGHT).scaleAt(camera.target());
    assertThat(perspective).isCloseTo(parallel, within(1e-9));
  }

  @Test
  void nothingBehindTheEyeIsProjected() {
    Vector behind = camera.eye().plus(camera.forward().times(-1));
    assertThat(new Projector(camera, WIDTH, HEIGHT).project(behind)).isEmpty();
  }

  @Test
  void zoomingStopsBeforeNumbersBreak() {
    Camera near = camera;
    for (int i = 0; i < 1000; i++) {
      near = near.zoom(0.5);
    }
    assertThat(near.span()).isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Camera(new Vector(0, 0, 0), 0, 0, 0, Projection.PARALLEL));
  }

  private static Vector corner(int corner) {
    return new Vector(
        (corner & 1) == 0 ? PART.minX() : PART.maxX(),
        (corner & 2) == 0 ? PART.minY() : PART.maxY(),
        (corner & 4) == 0 ? PART.minZ() : PART.maxZ());
  }
}

package touchmark.app.render;

import java.util.Optional;

/// From points of the world to pixels of a picture, for one camera and one size.
///
/// Inside the package a point goes through eye coordinates: `across` to the right, `above` to the
/// top, `ahead` into the picture, then through [#pixelX], [#pixelY] and [#depth]. Depth is larger
/// for what is nearer and linear over a plane of the picture in both projections.
public final class Projector {
  /// Nearest thing drawn, as a share of the distance to the target.
  private static final double NEAR = 1e-3;

  private final boolean perspective;
  private final Vector eye;
  private final Vector right;
  private final Vector up;
  private final Vector forward;
  private final double centreX;
  private final double centreY;

  /// Pixels a unit has at the target.
  private final double scale;

  private final double distance;

  /// @param width of the picture, pixels
  /// @param height of the picture, pixels
  public Projector(Camera camera, double width, double height) {
    perspective = camera.projection() == Projection.PERSPECTIVE;
    eye = camera.eye();
    right = camera.right();
    up = camera.up();
    forward = camera.forward();
    centreX = width / 2;
    centreY = height / 2;
    scale = height / camera.span();
    distance = camera.distance();
  }

  /// A point of the picture, in pixels from its upper left corner.
  public record Pixel(double x, double y) {}

  /// Where a point is seen; empty when it lies behind the eye.
  public Optional<Pixel> project(Vector point) {
    double ahead = ahead(point.x(), point.y(), point.z());
    if (ahead < near()) {
      return Optional.empty();
    }
    double magnified = magnified(ahead);
    return Optional.of(
        new Pixel(
            pixelX(across(point.x(), point.y()), magnified),
            pixelY(above(point.x(), point.y(), point.z()), magnified)));
  }

  /// Pixels that a unit has where `point` is.
  public double scaleAt(Vector point) {
    return magnified(Math.max(near(), ahead(point.x(), point.y(), point.z())));
  }

  boolean perspective() {
    return perspective;
  }

  Vector eye() {
    return eye;
  }

  Vector right() {
    return right;
  }

  Vector up() {
    return up;
  }

  Vector forward() {
    return forward;
  }

  double centreX() {
    return centreX;
  }

  double centreY() {
    return centreY;
  }

  /// Pixels a unit has at the target.
  double scale() {
    return scale;
  }

  double distance() {
    return distance;
  }

  /// Least `ahead` that is drawn.
  double near() {
    return perspective ? distance * NEAR : Double.NEGATIVE_INFINITY;
  }

  // The eye's right is always level, so z does not count.
  double across(double x, double y) {
    return (x - eye.x()) * right.x() + (y - eye.y()) * right.y();
  }

  double above(double x, double y, double z) {
    return (x - eye.x()) * up.x() + (y - eye.y()) * up.y() + (z - eye.z()) * up.z();
  }

  double ahead(double x, double y, double z) {
    return (x - eye.x()) * forward.x() + (y - eye.y()) * forward.y() + (z - eye.z()) * forward.z();
  }

  /// Pixels a unit has so far ahead.
  double magnified(double ahead) {
    return perspective ? scale * distance / ahead : scale;
  }

  double pixelX(double across, double magnified) {
    return centreX + across * magnified;
  }

  double pixelY(double above, double magnified) {
    return centreY - above * magnified;
  }

  double depth(double ahead) {
    return perspective ? 1 / ahead : -ahead;
  }

  /// How much the depth changes over a length of so many pixels towards the eye.
  double depthStep(double depth, double pixels) {
    return perspective ? pixels * depth / (scale * distance) : pixels / scale;
  }

  /// Whether a plane through `point` with this normal turns its front to the eye.
  boolean seesFront(double x, double y, double z, double nx, double ny, double nz) {
    if (perspective) {
      return (eye.x() - x) * nx + (eye.y() - y) * ny + (eye.z() - z) * nz > 0;
    }
    return forward.x() * nx + forward.y() * ny + forward.z() * nz < 0;
  }
}

package touchmark.app.render;

import touchmark.app.mesh.Box;

/// An eye that orbits a target. Every movement makes a new camera. Angles are in degrees, lengths
/// in the unit of what is drawn.
///
/// @param target what stays in the middle of the picture
/// @param yaw turn about the vertical; 0 looks along +y, 90 along -x
/// @param pitch angle looked down at, from -90 (from below) to 90 (from above)
/// @param span height of the part of the world that the picture shows at the target
public record Camera(Vector target, double yaw, double pitch, double span, Projection projection) {
  /// Vertical angle of view of the perspective, degrees.
  public static final double FIELD_OF_VIEW = 28;

  /// How much of the picture [#fit] fills, so that tool bars do not cover the part.
  private static final double FILLED = 0.84;

  private static final double SMALLEST_SPAN = 1e-6;
  private static final double LARGEST_SPAN = 1e9;
  private static final double HALF_ANGLE = Math.tan(Math.toRadians(FIELD_OF_VIEW / 2));

  public Camera {
    if (!(Math.abs(pitch) <= 90) || !Double.isFinite(yaw)) {
      throw new IllegalArgumentException("a camera looks down by -90 to 90 degrees");
    }
    if (!(span >= SMALLEST_SPAN && span <= LARGEST_SPAN)) {
      throw new IllegalArgumentException("a camera's span lies between 1e-6 and 1e9, not " + span);
    }
  }

  /// A camera that sees a whole box from a standard view.
  ///
  /// @param aspect width of the picture by its height
  public static Camera onto(Box box, StandardView view, double aspect) {
    return new Camera(new Vector(0, 0, 0), 0, 0, 1, Projection.PERSPECTIVE)
        .look(view)
        .fit(box, aspect);
  }

  /// Turned about the target; the pitch stops straight above and below.
  public Camera orbit(double yawBy, double pitchBy) {
    double turned = (yaw + yawBy) % 360;
    return new Camera(target, turned, Math.clamp(pitch + pitchBy, -90, 90), span, projection);
  }

  /// From another side, onto the same target.
  public Camera look(StandardView view) {
    return new Camera(target, view.yaw(), view.pitch(), span, projection);
  }

  /// Moves the picture with the pointer.
  ///
  /// @param right how far to the right, in heights of the picture
  /// @param up how far up, in heights of the picture
  public Camera pan(double right, double up) {
    return at(target.plus(right().times(-right * span)).plus(up().times(-up * span)));
  }

  /// Nearer for a factor below 1, farther above 1; the target stays where it is.
  public Camera zoom(double factor) {
    return zoomAt(factor, 0, 0);
  }

  /// As [#zoom], but a point beside the middle stays where it is.
  ///
  /// @param right of the middle, in heights of the picture
  /// @param up of the middle, in heights of the picture
  public Camera zoomAt(double factor, double right, double up) {
    double next = limited(span * factor);
    double moved = span - next;
    Vector to = target.plus(right().times(right * moved)).plus(up().times(up * moved));
    return new Camera(to, yaw, pitch, next, projection);
  }

  /// So near that a whole box is just seen, from the same side.
  ///
  /// @param aspect width of the picture by its height
  public Camera fit(Box box, double aspect) {
    Vector centre = new Vector(box.centreX(), box.centreY(), box.centreZ());
    Vector right = right();
    Vector up = up();
    Vector forward = forward();
    double needed = SMALLEST_SPAN;
    for (int corner = 0; corner < 8; corner++) {
      Vector from =
          new Vector(
              ((corner & 1) == 0 ? -0.5 : 0.5) * box.sizeX(),
              ((corner & 2) == 0 ? -0.5 : 0.5) * box.sizeY(),
              ((corner & 4) == 0 ? -0.5 : 0.5) * box.sizeZ());
      double aside = Math.max(Math.abs(from.dot(right)) / aspect, Math.abs(from.dot(up)));
      double half = aside / FILLED;
      if (projection == Projection.PERSPECTIVE) {
        half -= from.dot(forward) * HALF_ANGLE;
      }
      needed = Math.max(needed, 2 * half);
    }
    return new Camera(centre, yaw, pitch, limited(needed), projection);
  }

  /// The same view in the other way of drawing depth; what is at the target keeps its size.
  public Camera with(Projection other) {
    return new Camera(target, yaw, pitch, span, other);
  }

  /// How far the eye is from the target.
  public double distance() {
    return span / 2 / HALF_ANGLE;
  }

  /// Where the eye is.
  public Vector eye() {
    return target.plus(forward().times(-distance()));
  }

  /// To the right of the picture, length 1; always level.
  public Vector right() {
    return new Vector(cos(yaw), sin(yaw), 0);
  }

  /// To the top of the picture, length 1.
  public Vector up() {
    return new Vector(-sin(yaw) * sin(pitch), cos(yaw) * sin(pitch), cos(pitch));
  }

  /// Into the picture, length 1.
  public Vector forward() {
    return new Vector(-sin(yaw) * cos(pitch), cos(yaw) * cos(pitch), -sin(pitch));
  }

  private Camera at(Vector place) {
    return new Camera(place, yaw, pitch, span, projection);
  }

  private static double limited(double span) {
    return Math.clamp(span, SMALLEST_SPAN, LARGEST_SPAN);
  }

  private static double sin(double degrees) {
    return Math.sin(Math.toRadians(degrees));
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}

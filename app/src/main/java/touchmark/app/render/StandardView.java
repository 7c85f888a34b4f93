package touchmark.app.render;

/// Directions to look from, each with the camera's angles in degrees.
public enum StandardView {
  ISO(35, 32),
  TOP(0, 90),
  FRONT(0, 0),
  RIGHT(90, 0),
  BACK(180, 0),
  LEFT(-90, 0),
  BOTTOM(0, -90);

  private final double yaw;
  private final double pitch;

  StandardView(double yaw, double pitch) {
    this.yaw = yaw;
    this.pitch = pitch;
  }

  /// Turn about the vertical, degrees.
  public double yaw() {
    return yaw;
  }

  /// Angle looked down at, degrees.
  public double pitch() {
    return pitch;
  }
}

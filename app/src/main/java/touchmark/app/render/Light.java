package touchmark.app.render;

/// [Lighting] turned into the world for one eye.
final class Light {
  private final Lighting lighting;
  private final Vector key;
  private final Vector fill;

  Light(Lighting lighting, Projector projector) {
    this.lighting = lighting;
    key = turned(lighting.keyFrom(), projector);
    fill = turned(lighting.fillFrom(), projector);
  }

  /// Brightness of a surface.
  double on(Surfaces surface) {
    return lighting.ambient()
        + lighting.key() * Math.max(0, along(surface, key))
        + lighting.fill() * Math.max(0, along(surface, fill));
  }

  private static double along(Surfaces surface, Vector from) {
    return surface.normalX * from.x() + surface.normalY * from.y() + surface.normalZ * from.z();
  }

  private static Vector turned(Vector from, Projector projector) {
    return projector
        .right()
        .times(from.x())
        .plus(projector.up().times(from.y()))
        .plus(projector.forward().times(-from.z()));
  }
}

package touchmark.app.render;

/// Two lights that travel with the eye, and light from all around. A surface is as bright as
/// `ambient + key * max(0, n . keyFrom) + fill * max(0, n . fillFrom)`.
///
/// @param keyFrom direction towards the stronger light in eye coordinates: x right, y up, z towards
///   the viewer; length 1
/// @param fillFrom direction towards the weaker light, likewise
public record Lighting(double ambient, double key, Vector keyFrom, double fill, Vector fillFrom) {
  /// The one light of all pictures: from above and the left, with some from the viewer's right.
  public static final Lighting STUDIO =
      new Lighting(
          0.58,
          0.35,
          new Vector(-0.35, 0.75, 0.56).normalized(),
          0.17,
          new Vector(0.25, -0.1, 0.96).normalized());
}

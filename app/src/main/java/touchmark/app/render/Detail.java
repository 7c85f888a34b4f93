package touchmark.app.render;

/// How much work a picture is worth.
public enum Detail {
  /// While the view moves: one sample a pixel, large toolpaths as a shell.
  MOVING,
  /// When it rests: four samples a pixel where memory allows, whole toolpaths.
  RESTING
}

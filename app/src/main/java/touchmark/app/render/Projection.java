package touchmark.app.render;

/// How depth is drawn.
public enum Projection {
  /// What is farther is smaller.
  PERSPECTIVE,
  /// Parallel edges stay parallel, lengths can be compared.
  PARALLEL
}

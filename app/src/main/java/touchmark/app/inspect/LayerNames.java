package touchmark.app.inspect;

/// Layers as people say them, counted from 1.
final class LayerNames {
  private LayerNames() {}

  /// `layer 3`, `layers 3 to 12`.
  ///
  /// @param first counted from 0
  static String range(int first, int last) {
    return first == last ? "layer " + (first + 1) : "layers " + (first + 1) + " to " + (last + 1);
  }
}

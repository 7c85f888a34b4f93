package touchmark.app.format.ply;

import java.util.Optional;

/// One number of an element, or a list of them.
///
/// @param count the kind of the number before a list that says how long it is; empty for a single
///   number
record PlyProperty(String name, PlyType type, Optional<PlyType> count) {
  /// The least it takes in a binary file.
  int leastBytes() {
    return count.orElse(type).bytes();
  }

  /// Whether it names the corners of a polygon.
  boolean isCorners() {
    return count.isPresent() && (name.equals("vertex_indices") || name.equals("vertex_index"));
  }
}

package touchmark.app.toolpath;

/// What a move of the tool makes, as slicers name it in their comments.
public enum Feature {
  TRAVEL,
  OUTER_WALL,
  INNER_WALL,
  INFILL,
  SOLID_INFILL,
  TOP_SURFACE,
  SUPPORT,
  SKIRT,
  /// Extrusion of a kind that the file does not name.
  OTHER
}

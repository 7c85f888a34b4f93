package touchmark.ui.preview;

/// What the preview shows.
public enum Showing {
  /// Nothing was opened.
  NOTHING,
  MODEL,
  TOOLPATH,
  /// A file of a kind that has no picture.
  NO_PICTURE,
  /// A model without facets or a toolpath that extrudes nothing.
  EMPTY
}

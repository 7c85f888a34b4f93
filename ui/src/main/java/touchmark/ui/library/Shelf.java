package touchmark.ui.library;

/// Where a file stands in the library.
public enum Shelf {
  MINE,
  RECEIVED,
  SENT,
  /// Looked at in this session, not registered for us.
  OPENED
}

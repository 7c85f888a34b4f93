package touchmark.ui.control;

/// What a state sign tells. Each has a shape of its own, so that no colour is needed to know it.
public enum Sign {
  /// Disc with a tick.
  PASS,
  /// Triangle with an exclamation mark.
  CAUTION,
  /// Octagon with a cross.
  FAIL,
  /// Diamond with a question mark.
  UNKNOWN,
  /// Dashed ring with the hands of a clock.
  PROVISIONAL,
  /// Turning arc.
  CHECKING
}

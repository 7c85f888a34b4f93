package touchmark.app.render;

/// What a highlight says. A word beside the picture says it too.
public enum Tone {
  ACCENT,
  GOOD,
  CAREFUL,
  BAD
}

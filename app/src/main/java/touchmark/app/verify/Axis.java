package touchmark.app.verify;

/// The seven questions of a verification, in the order in which they are shown.
public enum Axis {
  INTEGRITY,
  AUTHENTICITY,
  OWNERSHIP,
  RIGHT,
  LINEAGE,
  SOUNDNESS,
  FRESHNESS
}

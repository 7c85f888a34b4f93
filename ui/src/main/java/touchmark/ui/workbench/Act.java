package touchmark.ui.workbench;

/// What can be done with files that are dropped or chosen.
public enum Act {
  CLAIM,
  SHARE,
  VERIFY,
  LOOK;

  /// Whether it takes the key of the acting party.
  boolean signs() {
    return switch (this) {
      case CLAIM, SHARE -> true;
      case VERIFY, LOOK -> false;
    };
  }
}

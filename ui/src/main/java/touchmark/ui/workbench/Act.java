package touchmark.ui.workbench;

/// What can be done with files that are dropped or chosen.
public enum Act {
  CLAIM,
  SHARE,
  VERIFY,
  LOOK
}

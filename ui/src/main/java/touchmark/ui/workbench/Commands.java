package touchmark.ui.workbench;

/// What people ask for by button, menu or key.
interface Commands {
  /// Chooses files to look at.
  void open();

  /// Claims the file that is shown, or chooses some.
  void claim();

  /// Shares the file that is shown, or chooses some.
  void share();

  /// Verifies the file that is shown, or chooses some.
  void verify();

  /// Brings the sample part.
  void sample();

  /// Puts the cursor into the search field.
  void search();

  /// Shows the keys.
  void keys();

  /// Closes what is open over or beside the preview.
  void dismiss();
}

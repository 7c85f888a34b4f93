package touchmark.ui.workbench;

import java.nio.file.Path;
import java.util.Locale;

/// Tells packages, which are opened for the acting party, from files to look at.
final class Packages {
  private static final String ENDING = ".tmk";

  private Packages() {}

  /// By the name: what is inside is for the opening to judge.
  static boolean isOne(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }
}

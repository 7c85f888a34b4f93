package touchmark.ui;

import java.util.Arrays;
import java.util.logging.Logger;
import javafx.application.Application;

/// Starts the workstation. It extends no `Application`: a main class that does cannot be started
/// from the class path.
public final class Launcher {
  private static final int USAGE = 2;

  /// JavaFX warns at each start that its classes are not a named module. That is our choice
  /// (docs/decisions/0001-one-class-path.md), so nobody has to be told. Kept in a field: a logger
  /// that nobody holds is collected, and its filter with it.
  private static final Logger JAVAFX_START = Logger.getLogger("javafx");

  private static final String UNNAMED = "Unsupported JavaFX configuration";

  private Launcher() {}

  /// `[--home DIR] [FILE...]`
  public static void main(String[] arguments) {
    try {
      StartOptions.parse(Arrays.asList(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    }
    JAVAFX_START.setFilter(record -> !record.getMessage().startsWith(UNNAMED));
    Application.launch(Workstation.class, arguments);
  }
}

package touchmark.ui;

import java.util.Arrays;
import javafx.application.Application;

/// Starts the workstation. It extends no `Application`: a main class that does cannot be started
/// from the class path.
public final class Launcher {
  private static final int USAGE = 2;

  private Launcher() {}

  /// `[--home DIR] [FILE...]`
  public static void main(String[] arguments) {
    try {
      StartOptions.parse(Arrays.asList(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    }
    Application.launch(Workstation.class, arguments);
  }
}

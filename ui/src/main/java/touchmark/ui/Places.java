package touchmark.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// Asks people where to write something; empty when they think better of it. Belongs to the FX
/// thread.
public interface Places {
  /// Where to export the provenance to.
  Optional<Path> picture();

  /// The folder to release to.
  Optional<Path> folder();

  /// Where to write packages, one place for each name.
  Optional<List<Path>> packages(List<String> names);

  /// By the system's own dialogs.
  static Places ofSystem(Window window) {
    return new SystemPlaces(window);
  }
}

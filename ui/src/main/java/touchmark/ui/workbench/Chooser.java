package touchmark.ui.workbench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import touchmark.ui.support.Messages;

/// Asks people for files.
@FunctionalInterface
interface Chooser {
  /// @return empty when they think better of it
  List<Path> choose();

  /// The system's own dialog, which opens again where it was.
  static Chooser ofSystem(Node owner, Messages words) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(words.text("choose"));
    dialog
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                words.text("choose.parts"),
                "*.3mf",
                "*.stl",
                "*.gcode",
                "*.gco",
                "*.g",
                "*.tmk",
                "*.3MF",
                "*.STL"),
            new FileChooser.ExtensionFilter(words.text("choose.all"), "*.*"));
    return () -> {
      List<File> chosen = dialog.showOpenMultipleDialog(owner.getScene().getWindow());
      if (chosen == null || chosen.isEmpty()) {
        return List.of();
      }
      dialog.setInitialDirectory(chosen.getFirst().getParentFile());
      return chosen.stream().map(File::toPath).toList();
    };
  }
}

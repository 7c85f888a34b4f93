package touchmark.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import touchmark.ui.support.Messages;

/// The system's own dialogs.
final class SystemPlaces implements Places {
  private final Messages words = Messages.of("window");
  private final Window window;

  SystemPlaces(Window window) {
    this.window = window;
  }

  @Override
  public Optional<Path> picture() {
    return file("export.title", "export.kind", "*.svg", words.text("export.name"));
  }

  @Override
  public Optional<Path> folder() {
    return folder("release.title");
  }

  /// One file, or a folder for several.
  @Override
  public Optional<List<Path>> packages(List<String> names) {
    if (names.size() == 1) {
      return file("package.title", "package.kind", "*.tmk", names.getFirst()).map(List::of);
    }
    return folder("packages.title").map(into -> names.stream().map(into::resolve).toList());
  }

  private Optional<Path> file(String title, String kind, String pattern, String name) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(words.text(title));
    dialog.setInitialFileName(name);
    dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.text(kind), pattern));
    return Optional.ofNullable(dialog.showSaveDialog(window)).map(File::toPath);
  }

  private Optional<Path> folder(String title) {
    DirectoryChooser dialog = new DirectoryChooser();
    dialog.setTitle(words.text(title));
    return Optional.ofNullable(dialog.showDialog(window)).map(File::toPath);
  }
}

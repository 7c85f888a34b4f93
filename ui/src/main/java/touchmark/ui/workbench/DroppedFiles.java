package touchmark.ui.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns what was dropped into files: folders are opened, hidden files left out, links in folders
/// not followed.
final class DroppedFiles {
  /// Of more files in one drop, none is taken.
  static final int MOST = 1000;

  /// Folders in folders are followed so far.
  private static final int DEEPEST = 8;

  private DroppedFiles() {}

  /// The files, in the order of the drop, those of a folder by name. Waits for the disk.
  ///
  /// @throws FileSystemException if there are more than [#MOST]
  static List<Path> of(List<Path> dropped) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : dropped) {
      if (Files.isDirectory(path)) {
        addFolder(path, files);
      } else {
        files.add(path);
      }
      if (files.size() > MOST) {
        throw new FileSystemException(
            path.toString(), null, "more than " + MOST + " files in one drop");
      }
    }
    return files;
  }

  private static void addFolder(Path folder, List<Path> files) throws IOException {
    try (Stream<Path> tree = Files.walk(folder, DEEPEST)) {
      tree.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .limit(MOST + 1L - files.size())
          .sorted()
          .forEach(files::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

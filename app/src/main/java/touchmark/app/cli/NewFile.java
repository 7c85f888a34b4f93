package touchmark.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import touchmark.app.disk.WholeFile;

/// A file that a command line names to be made. What bears the name already is the caller's, and a
/// mistake of his, not one of the disk.
final class NewFile {
  private NewFile() {}

  /// Writes a text as UTF-8 where nothing is.
  ///
  /// @throws Problem with BAD_INPUT if something bears the name; it is untouched
  static void write(Path file, String text) throws IOException, Problem {
    try {
      WholeFile.writeNew(file, text);
    } catch (FileAlreadyExistsException e) {
      throw new Problem(ExitCode.BAD_INPUT, file + ": exists already.", e);
    }
  }
}

package touchmark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files that were named on the command line.
final class InputFiles {
  private InputFiles() {}

  /// Refuses, with a sentence, what cannot be a file to read.
  static Path check(Path file) throws Problem {
    if (Files.isDirectory(file)) {
      throw new Problem(ExitCode.BAD_INPUT, file + ": expected a file, found a folder.");
    }
    if (!Files.exists(file)) {
      throw new Problem(ExitCode.BAD_INPUT, file + ": no such file.");
    }
    if (!Files.isReadable(file)) {
      throw new Problem(ExitCode.BAD_INPUT, file + ": may not be read by this user.");
    }
    return file;
  }
}

package touchmark.app.cli;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that were named on the command line.
final class InputFiles {
  private InputFiles() {}

  /// Refuses, with a sentence, what cannot be a file to read.
  static Path check(Path file) throws Problem {
    if (file.toString().isEmpty()) {
      throw new Problem(ExitCode.BAD_INPUT, "A file's name is empty.");
    }
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

  /// What went wrong with an input file. The same failure of any other file, say of the home's, is
  /// the disk's.
  static Problem problem(Exception failure, Path file) {
    Problem problem = Problems.of(failure);
    return failure instanceof FileSystemException system && file.toString().equals(system.getFile())
        ? new Problem(ExitCode.BAD_INPUT, String.valueOf(problem.getMessage()), failure)
        : problem;
  }
}

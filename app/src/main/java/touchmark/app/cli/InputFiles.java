package touchmark.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.receipt.PolicyText;
import touchmark.ledger.receipt.TrustPolicy;

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

  /// Makes something of a file's bytes.
  interface Parser<T> {
    T parse(byte[] bytes) throws MalformedException;
  }

  /// Reads a small file whole.
  ///
  /// @param longest in bytes; of a longer one the parser is given one byte more, to refuse it
  static <T> T read(Path file, int longest, Parser<T> parser) throws IOException, Problem {
    try (InputStream in = Files.newInputStream(check(file))) {
      return parser.parse(in.readNBytes(longest + 1));
    } catch (MalformedException e) {
      throw new Problem(ExitCode.BAD_INPUT, file + ": " + e.getMessage() + ".", e);
    }
  }

  /// Whom the asker trusts, where he says so.
  static Optional<TrustPolicy> policy(@Nullable Path file) throws IOException, Problem {
    return file == null
        ? Optional.empty()
        : Optional.of(read(file, PolicyText.LONGEST, PolicyText::parse));
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

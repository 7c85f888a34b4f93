package touchmark.app.format;

import java.io.IOException;
import java.nio.file.Path;

/// A file is not what it says it is. The message is one sentence: file, place, what was expected,
/// what was found.
public class FormatException extends Exception {
  private static final long serialVersionUID = 1;

  /// @param place `line 12`, `byte 84`, `3D/3dmodel.model, object 3`
  public FormatException(Path file, String place, String expected, String found) {
    super(sentence(file, place, expected, found));
  }

  /// With a cause.
  public FormatException(Path file, String place, String expected, String found, Throwable cause) {
    super(sentence(file, place, expected, found), cause);
  }

  /// The refusal that an unpacking stream wrapped so that it may pass through a parser.
  ///
  /// @throws IOException the given one, if it wraps none
  public static FormatException causeOf(IOException thrown) throws IOException {
    if (thrown.getCause() instanceof FormatException told) {
      return told;
    }
    throw thrown;
  }

  private static String sentence(Path file, String place, String expected, String found) {
    return file.getFileName() + ", " + place + ": expected " + expected + ", found " + found;
  }
}

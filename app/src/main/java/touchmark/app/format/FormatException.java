package touchmark.app.format;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file is not what it says it is. The message is one sentence: file, place, what was expected,
/// what was found.
public class FormatException extends Exception {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String place;
  private final String rest;

  /// @param place `line 12`, `byte 84`, `3D/3dmodel.model, object 3`
  public FormatException(Path file, String place, String expected, String found) {
    this(name(file), place, rest(expected, found), null);
  }

  /// With a cause.
  public FormatException(Path file, String place, String expected, String found, Throwable cause) {
    this(name(file), place, rest(expected, found), cause);
  }

  private FormatException(String file, String place, String rest, @Nullable Throwable cause) {
    super(file + ", " + place + rest, cause);
    this.file = file;
    this.place = place;
    this.rest = rest;
  }

  /// The same, with its place inside a part of an archive.
  ///
  /// @param part `Metadata/plate_1.gcode`
  public FormatException inside(String part) {
    return new FormatException(file, part + ", " + place, rest, this);
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

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String rest(String expected, String found) {
    return ": expected " + expected + ", found " + found;
  }
}

package touchmark.app.format.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.ledger.Progress;

/// Reads G-code of PrusaSlicer, SuperSlicer, Slic3r, OrcaSlicer, Bambu Studio, Cura, Simplify3D,
/// KISSlicer and plain firmware or CNC dialects, as text. A thumbnail that is damaged is left out.
public final class GcodeReader implements FormatReader {
  private static final List<String> SUFFIXES = List.of(".gcode", ".gco", ".g", ".nc", ".ncc");

  private static final Pattern COMMAND =
      Pattern.compile("(?:N\\d{1,9}\\s*)?[GMT]\\d{1,4}(?:\\.\\d)?(?:[\\s;*(A-Z].*)?");

  private static final Pattern SLICER =
      Pattern.compile(
          ";\\s*(?:(?:G-Code )?generated (?:by|with) |sliced by |FLAVOR:|BambuStudio|HEADER_BLOCK"
              + "|thumbnail(?:_[A-Z]{3})? begin |START_OF_HEADER|KISSlicer).*",
          Pattern.CASE_INSENSITIVE);

  /// A line of a slicer's settings file, which begins with the same comment.
  private static final Pattern SETTING = Pattern.compile("[a-z]\\w*\\s*=.*");

  @Override
  public boolean recognises(Head head) {
    boolean named = SUFFIXES.stream().anyMatch(head::isNamed);
    if (!head.isText()) {
      // read refuses it with a sentence
      return named && !head.hasAt(0, "PK");
    }
    return named || looksLikeCommands(head.text());
  }

  /// Whether a slicer's comment stands first, and not over its settings, or most lines that say
  /// something are commands.
  private static boolean looksLikeCommands(String text) {
    boolean signed = false;
    int commands = 0;
    int others = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.startsWith(";") || line.startsWith("(")) {
        if (commands + others == 0 && SLICER.matcher(line).matches()) {
          signed = true;
        }
      } else if (signed && !line.isBlank()) {
        return !SETTING.matcher(line).matches();
      } else if (COMMAND.matcher(line).matches()) {
        commands++;
      } else if (!line.isBlank()) {
        others++;
      }
    }
    return signed || commands > others;
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    GcodeParser parser = new GcodeParser(source.path(), source.size());
    parser.early(source::early);
    return parser.parse(source.stream(), progress);
  }

  /// Reads G-code text that stands in some other file.
  ///
  /// @param file for messages
  /// @param size about how many bytes the text has; bounds what arcs may become
  public static Read parse(Path file, InputStream text, long size, Progress progress)
      throws FormatException, IOException {
    return new GcodeParser(file, size).parse(text, progress);
  }

  /// Reads G-code text whose slicer says some things outside of it.
  ///
  /// @param said as the slicer would say it in comments, `key = value`
  /// @param where that is said, for scripts among it
  public static Read parse(
      Path file, InputStream text, long size, List<String> said, String where, Progress progress)
      throws FormatException, IOException {
    GcodeParser parser = new GcodeParser(file, size);
    parser.said(said, where);
    return parser.parse(text, progress);
  }
}

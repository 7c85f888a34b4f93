package touchmark.app.format;

import static touchmark.ledger.model.DataType.CONFIGURATION;
import static touchmark.ledger.model.DataType.CONTROL_DATA;
import static touchmark.ledger.model.DataType.GEOMETRY_3D;
import static touchmark.ledger.model.DataType.GEOMETRY_SLICED;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import touchmark.ledger.model.DataType;

/// Names what no reader reads yet, honestly, and says which data type it most likely is. What there
/// is a reader for gets here when its reader refused it.
public final class UnreadKind {
  private static final String NOT_READ = " (not read yet)";
  private static final String DAMAGED = " (damaged)";

  /// Beginnings that leave no doubt.
  private static final List<Beginning> BEGINNINGS =
      List.of(
          new Beginning("PK\u0003\u0004", "ZIP archive", GEOMETRY_3D),
          new Beginning("$$HEADERSTART", "CLI layers", GEOMETRY_SLICED),
          new Beginning("%PDF-", "PDF", CONTROL_DATA),
          new Beginning("\u0089PNG", "PNG picture", CONTROL_DATA));

  /// What there is a reader for, the surest first.
  private static final List<Content> REFUSED =
      List.of(
          new Content("\\A\\s*ISO-10303-21;", "STEP", GEOMETRY_3D),
          new Content("<(\\w+:)?QIFDocument\\b", "QIF", CONTROL_DATA),
          new Content("<(\\w+:)?fdmmaterial\\b", "material profile", CONFIGURATION),
          new Content("\\A\\s*\\{\\s*[\"}]", "JSON settings", CONFIGURATION),
          new Content("(?m)^[ \\t]*\\[[^\\]\\n]+\\][ \\t\\r]*$", "INI settings", CONFIGURATION),
          new Content("\\A[^\\n,;]+[,;][^\\n]*\\n[^\\n,;]*[,;]", "CSV", CONTROL_DATA));

  /// Patterns in the head of a text, the surest first.
  private static final List<Content> CONTENTS =
      List.of(
          new Content("\\A\\s*<\\?xml\\b", "XML", CONFIGURATION),
          new Content("\\A\\s*\\[\\s*[\"\\]}\\[{]", "JSON", CONFIGURATION));

  /// Where the content says nothing, the name may.
  private static final List<Beginning> ENDINGS =
      List.of(
          new Beginning(".gcode", "G-code", GEOMETRY_SLICED),
          new Beginning(".gcode.gz", "G-code, compressed", GEOMETRY_SLICED),
          new Beginning(".stl.gz", "STL, compressed", GEOMETRY_3D),
          new Beginning(".cfg", "settings", CONFIGURATION),
          new Beginning(".ini", "INI settings", CONFIGURATION),
          new Beginning(".json", "JSON settings", CONFIGURATION),
          new Beginning(".csv", "CSV", CONTROL_DATA),
          new Beginning(".qif", "QIF", CONTROL_DATA),
          new Beginning(".txt", "text", CONTROL_DATA));

  /// How the first line of settings without sections begins.
  private static final Pattern SETTING = Pattern.compile("\\w++\\s*+=");

  private UnreadKind() {}

  /// What the content alone says; empty when it says nothing.
  public static Optional<Format> byContent(Head head) {
    for (Beginning beginning : BEGINNINGS) {
      if (head.hasAt(0, beginning.text)) {
        return Optional.of(beginning.format());
      }
    }
    if (!head.isText()) {
      return Optional.empty();
    }
    String text = head.text();
    for (Content content : CONTENTS) {
      if (content.pattern.matcher(text).find()) {
        return Optional.of(content.format(NOT_READ));
      }
    }
    for (Content content : REFUSED) {
      if (content.pattern.matcher(text).find()) {
        return Optional.of(content.format(DAMAGED));
      }
    }
    return SETTING.matcher(head.fromFirstLine("#;")).lookingAt()
        ? Optional.of(new Format("INI settings" + DAMAGED, CONFIGURATION))
        : Optional.empty();
  }

  /// What a file that no reader recognised is called, by content, else by name.
  static Format guess(Head head) {
    return byContent(head)
        .or(
            () ->
                ENDINGS.stream()
                    .filter(ending -> head.isNamed(ending.text))
                    .findFirst()
                    .map(Beginning::format))
        .orElseGet(() -> new Format("unknown" + NOT_READ, GEOMETRY_3D));
  }

  /// The kind of a ZIP archive that is not a 3MF, by the names in it.
  public static Format ofArchive(List<String> names) {
    if (names.stream().anyMatch(name -> name.endsWith(".gcode"))) {
      return new Format("3MF with G-code" + NOT_READ, GEOMETRY_SLICED);
    }
    if (names.stream().anyMatch(name -> name.endsWith(".cli"))) {
      return new Format("ILT layers" + NOT_READ, GEOMETRY_SLICED);
    }
    if (names.contains("config.ini") && names.stream().anyMatch(name -> name.endsWith(".png"))) {
      return new Format("SL1 layers" + NOT_READ, GEOMETRY_SLICED);
    }
    return new Format("ZIP archive" + NOT_READ, GEOMETRY_3D);
  }

  private record Beginning(String text, String name, DataType dataType) {
    Format format() {
      return new Format(name + NOT_READ, dataType);
    }
  }

  private record Content(Pattern pattern, String name, DataType dataType) {
    Content(String pattern, String name, DataType dataType) {
      this(Pattern.compile(pattern), name, dataType);
    }

    Format format(String state) {
      return new Format(name + state, dataType);
    }
  }
}

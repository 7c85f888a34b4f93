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
  private static final String ZIP = "PK\u0003\u0004";
  private static final String DAMAGED = " (damaged)";

  /// Beginnings that leave no doubt.
  private static final List<Beginning> BEGINNINGS =
      List.of(
          new Beginning(ZIP, "ZIP archive" + NOT_READ, GEOMETRY_3D),
          new Beginning("%PDF-", "PDF" + NOT_READ, CONTROL_DATA),
          new Beginning("\u0089PNG", "PNG picture" + NOT_READ, CONTROL_DATA));

  /// Patterns in the head of a text, the surest first.
  private static final List<Content> CONTENTS =
      List.of(
          new Content("\\A\\s*ISO-10303-21;", "STEP" + DAMAGED, GEOMETRY_3D),
          new Content("<(\\w+:)?QIFDocument\\b", "QIF" + DAMAGED, CONTROL_DATA),
          new Content("<(\\w+:)?amf\\b", "AMF" + DAMAGED, GEOMETRY_3D),
          new Content("<(\\w+:)?fdmmaterial\\b", "material profile" + DAMAGED, CONFIGURATION),
          new Content("\\A\\s*<\\?xml\\b", "XML" + NOT_READ, CONFIGURATION),
          new Content("\\A\\s*\\{\\s*[\"}]", "JSON settings" + DAMAGED, CONFIGURATION),
          new Content("\\A\\s*\\[\\s*[\"\\]}\\[{]", "JSON" + NOT_READ, CONFIGURATION),
          new Content(
              "(?m)^[ \\t]*\\[[^\\]\\n]+\\][ \\t\\r]*$", "INI settings" + DAMAGED, CONFIGURATION),
          new Content("\\A[^\\n,;]+[,;][^\\n]*\\n[^\\n,;]*[,;]", "CSV" + DAMAGED, CONTROL_DATA));

  /// Where the content says nothing, the name may.
  private static final List<Beginning> ENDINGS =
      List.of(
          new Beginning(".stl", "STL" + DAMAGED, GEOMETRY_3D),
          new Beginning(".obj", "OBJ" + DAMAGED, GEOMETRY_3D),
          new Beginning(".ply", "PLY" + DAMAGED, GEOMETRY_3D),
          new Beginning(".amf", "AMF" + DAMAGED, GEOMETRY_3D),
          new Beginning(".3mf", "3MF" + DAMAGED, GEOMETRY_3D),
          new Beginning(".bgcode", "binary G-code" + DAMAGED, GEOMETRY_SLICED),
          new Beginning(".cli", "CLI layers" + DAMAGED, GEOMETRY_SLICED),
          new Beginning(".ilt", "ILT layers" + DAMAGED, GEOMETRY_SLICED),
          new Beginning(".sl1", "SL1 layers" + DAMAGED, GEOMETRY_SLICED),
          new Beginning(".gcode", "G-code" + DAMAGED, GEOMETRY_SLICED),
          new Beginning(".gcode.gz", "G-code, compressed" + DAMAGED, GEOMETRY_SLICED),
          new Beginning(".stl.gz", "STL, compressed" + DAMAGED, GEOMETRY_3D),
          new Beginning(".cfg", "settings" + DAMAGED, CONFIGURATION),
          new Beginning(".ini", "INI settings" + DAMAGED, CONFIGURATION),
          new Beginning(".json", "JSON settings" + DAMAGED, CONFIGURATION),
          new Beginning(".csv", "CSV" + DAMAGED, CONTROL_DATA),
          new Beginning(".qif", "QIF" + DAMAGED, CONTROL_DATA),
          new Beginning(".txt", "text" + NOT_READ, CONTROL_DATA));

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
        return Optional.of(content.format());
      }
    }
    return SETTING.matcher(head.fromFirstLine("#;")).lookingAt()
        ? Optional.of(new Format("INI settings" + DAMAGED, CONFIGURATION))
        : Optional.empty();
  }

  /// What a file that no reader read is called: by content, else by name. The content of archives
  /// says little, so that their name goes first.
  static Format guess(Head head) {
    Optional<Format> named =
        ENDINGS.stream()
            .filter(ending -> head.isNamed(ending.text))
            .findFirst()
            .map(Beginning::format);
    Optional<Format> content = byContent(head);
    return (head.hasAt(0, ZIP) ? named.or(() -> content) : content.or(() -> named))
        .orElseGet(() -> new Format("unknown" + NOT_READ, GEOMETRY_3D));
  }

  /// A ZIP archive that is none of the kinds that are read.
  public static Format archive() {
    return new Format("ZIP archive" + NOT_READ, GEOMETRY_3D);
  }

  private record Beginning(String text, String name, DataType dataType) {
    Format format() {
      return new Format(name, dataType);
    }
  }

  private record Content(Pattern pattern, String name, DataType dataType) {
    Content(String pattern, String name, DataType dataType) {
      this(Pattern.compile(pattern), name, dataType);
    }

    Format format() {
      return new Format(name, dataType);
    }
  }
}

package touchmark.app.contacts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.app.vault.VaultNote;

/// What a file's name says of the design in it: `bracket-v3 (1).gcode.3mf` is `bracket`, version
/// `v3`.
///
/// @param id the name without version, copy mark and extensions
/// @param version as written, lower case
public record DesignName(String id, Optional<String> version) {
  private static final int LONGEST_ID = 200;
  private static final Pattern EXTENSION =
      Pattern.compile(
          "\\.(?:stl|3mf|obj|ply|amf|step|stp|gcode|gco|g|bgcode|ini|json|cfg|config|xml|qif|csv"
              + "|cli|zip|gz|txt)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9_]{0,9}$");
  private static final Pattern COPY_MARK =
      Pattern.compile(
          "(?:\\s*\\(\\d+\\)|[-_ ]+(?:copy|kopie)(?:\\s*\\d+)?)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern VERSION =
      Pattern.compile("(?:^|[-_ .])(v\\d{1,9}(?:\\.\\d{1,9}){0,3})$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST_NUMBER = Pattern.compile("^(.*?)(\\d{1,9})$");
  private static final String SEPARATORS = "-_ .(";

  /// Reads a file's name.
  public static DesignName of(String fileName) {
    String stem = withoutMatch(COPY_MARK, withoutExtensions(VaultNote.plainName(fileName)));
    Matcher version = VERSION.matcher(stem);
    if (version.find() && version.start() > 0) {
      return new DesignName(
          shortened(stem.substring(0, version.start())),
          Optional.of(version.group(1).toLowerCase(Locale.ROOT)));
    }
    return new DesignName(shortened(stem), Optional.empty());
  }

  /// Whether both name the same design, whatever the version.
  public boolean sameDesign(String otherId) {
    return folded(id).equals(folded(otherId));
  }

  /// Whether this name is the other's with something added: `bracket-tampered` of `bracket`.
  public boolean extendsName(String otherId) {
    String mine = folded(id);
    String theirs = folded(otherId);
    return mine.length() > theirs.length()
        && mine.startsWith(theirs)
        && SEPARATORS.indexOf(mine.charAt(theirs.length())) >= 0;
  }

  /// The version that follows the earlier ones: one after the highest last number, `v1` when there
  /// is none.
  public static String nextVersion(List<String> earlier) {
    String highest = "";
    long number = 0;
    for (String version : earlier) {
      Matcher last = LAST_NUMBER.matcher(version);
      if (last.matches() && Long.parseLong(last.group(2)) >= number) {
        highest = last.group(1);
        number = Long.parseLong(last.group(2));
      }
    }
    return number == 0 && highest.isEmpty() ? "v1" : highest + (number + 1);
  }

  private static String withoutExtensions(String name) {
    String stem = withoutMatch(EXTENSION, name);
    if (stem.equals(name)) {
      return withoutMatch(OTHER_EXTENSION, name);
    }
    return withoutMatch(EXTENSION, stem);
  }

  private static String withoutMatch(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && matcher.start() > 0 ? text.substring(0, matcher.start()) : text;
  }

  private static String shortened(String text) {
    String plain = text.strip();
    return plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}

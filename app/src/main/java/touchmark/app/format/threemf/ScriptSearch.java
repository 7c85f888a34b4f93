package touchmark.app.format.threemf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.FormatException;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;

/// Looks in the settings that slicers keep in a 3MF for commands they would run on the sliced file:
/// `post_process` as a line of PrusaSlicer's kind, as JSON of OrcaSlicer's kind, or as XML.
final class ScriptSearch {
  private static final int MOST = 100;
  private static final int LONGEST = 2_000;
  private static final int LARGEST = 64 << 20;
  private static final List<String> ENDINGS =
      List.of(".config", ".ini", ".json", ".cfg", ".xml", ".txt");

  /// What follows the key on its line; in JSON a list, perhaps over several lines.
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\bpost_process(?:ing)?(?:_scripts?)?\"?\\s*"
              + "(?:[=:]|\"\\s*value\\s*=)[ \\t]*(\\[[^\\]]*\\]?|[^\\r\\n]*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTHING = Pattern.compile("[\\s\\[\\]\",;/>]*");

  private ScriptSearch() {}

  static List<EmbeddedScript> find(ZipParts zip) throws FormatException, IOException {
    List<EmbeddedScript> found = new ArrayList<>();
    for (String name : zip.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      ZipPart part = zip.find(name).orElse(null);
      if (part != null && ENDINGS.stream().anyMatch(lower::endsWith)) {
        String text = new String(zip.read(part, LARGEST), StandardCharsets.UTF_8);
        Matcher matcher = COMMAND.matcher(text);
        while (matcher.find() && found.size() < MOST) {
          String command = matcher.group(1).strip();
          if (!NOTHING.matcher(command).matches()) {
            found.add(
                new EmbeddedScript(
                    name, command.substring(0, Math.min(command.length(), LONGEST))));
          }
        }
      }
    }
    return found;
  }
}

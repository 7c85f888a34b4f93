package touchmark.app.format.ini;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.settings.ProfileScripts;
import touchmark.app.format.settings.SettingsDraft;
import touchmark.app.settings.Settings;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads `.ini` and `.cfg`, flat, with sections, or a bundle of profiles.
public final class IniReader implements FormatReader {
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:\u00EF\u00BB\u00BF)?"
              + "(?:\\[[^\\]\\r\\n]{1,200}\\][ \\t\\r]*(?:[;#\\n]|\\z)"
              + "|[\\w.%-]{1,80}+[ \\t]*+=(?!=))");

  @Override
  public boolean recognises(Head head) {
    return head.isText() && BEGINNING.matcher(head.fromFirstLine("#;")).lookingAt();
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    String text = SettingsDraft.text(source.whole(SettingsDraft.LARGEST));
    progress.reached(source.size(), source.size());
    Settings settings = IniText.read(source.path(), text);
    return new Read(
        new Format(name(settings), DataType.CONFIGURATION),
        new ProductData.Configured(settings),
        List.of(),
        ProfileScripts.find(settings));
  }

  private static String name(Settings settings) {
    List<String> groups = settings.groups().stream().map(group -> group.name()).toList();
    if (groups.contains("general") && (groups.contains("values") || groups.contains("metadata"))) {
      return "Cura settings";
    }
    return groups.stream().anyMatch(group -> group.contains(":"))
        ? "INI settings, several profiles"
        : "INI settings";
  }
}

package touchmark.app.format.json;

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

/// Reads a JSON object as settings, whatever program it is for.
public final class JsonReader implements FormatReader {
  private static final Pattern OBJECT =
      Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*+\\{\\s*+[\"}]");

  @Override
  public boolean recognises(Head head) {
    return head.isText() && OBJECT.matcher(head.fromFirstLine("")).lookingAt();
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    String text = SettingsDraft.text(source.whole(SettingsDraft.LARGEST));
    progress.reached(source.size(), source.size());
    Settings settings = JsonSettings.read(source.path(), text);
    boolean cura =
        settings.groups().stream().anyMatch(group -> group.name().equals(JsonSettings.OVERRIDES))
            || source.head().isNamed(".def.json");
    return new Read(
        new Format(cura ? "Cura definition" : "JSON settings", DataType.CONFIGURATION),
        new ProductData.Configured(settings),
        List.of(),
        ProfileScripts.find(settings));
  }
}

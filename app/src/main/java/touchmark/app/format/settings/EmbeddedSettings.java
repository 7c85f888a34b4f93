package touchmark.app.format.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.SliceFacts;
import touchmark.app.format.ini.IniText;
import touchmark.app.format.json.JsonSettings;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;

/// The settings that a sliced file says it was made with, as if they stood in a file of their own.
public final class EmbeddedSettings {
  /// Cura's: one JSON object whose texts are `.inst.cfg` files.
  private static final String CURA = "SETTING_3";

  private EmbeddedSettings() {}

  /// Empty where the file says none.
  public static Optional<Settings> of(SliceFacts facts) {
    if (facts.settings().isEmpty()) {
      return Optional.empty();
    }
    Optional<Settings> cura =
        Optional.ofNullable(facts.settings().get(CURA)).flatMap(EmbeddedSettings::cura);
    if (cura.isPresent()) {
      return cura;
    }
    return Optional.of(
        new Settings(
            Optional.empty(), Optional.empty(), List.of(new SettingsGroup("", facts.settings()))));
  }

  /// Empty where the text is cut or damaged: the comments it comes from are no contract.
  private static Optional<Settings> cura(String json) {
    Path none = Path.of(CURA);
    List<SettingsGroup> groups = new ArrayList<>();
    try {
      for (Map.Entry<String, List<String>> texts : JsonSettings.texts(none, json).entrySet()) {
        int number = 0;
        for (String text : texts.getValue()) {
          number++;
          String container = texts.getKey() + (texts.getValue().size() > 1 ? " " + number : "");
          for (SettingsGroup part : IniText.read(none, text.replace("\\n", "\n")).groups()) {
            groups.add(new SettingsGroup(container + " " + part.name(), part.values()));
          }
        }
      }
    } catch (FormatException e) {
      return Optional.empty();
    }
    return Optional.of(new Settings(Optional.empty(), Optional.empty(), groups));
  }
}

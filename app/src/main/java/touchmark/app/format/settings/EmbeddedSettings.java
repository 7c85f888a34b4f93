package touchmark.app.format.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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
    try {
      Path none = Path.of(CURA);
      Settings texts = JsonSettings.read(none, json);
      Map<String, Map<String, String>> groups = new LinkedHashMap<>();
      for (SettingsGroup group : texts.groups()) {
        for (Map.Entry<String, String> text : group.values().entrySet()) {
          Settings inner = IniText.read(none, text.getValue().replace("\\n", "\n"));
          for (SettingsGroup part : inner.groups()) {
            groups
                .computeIfAbsent(text.getKey() + " " + part.name(), _ -> new LinkedHashMap<>())
                .putAll(part.values());
          }
        }
      }
      return Optional.of(
          new Settings(
              Optional.empty(),
              Optional.empty(),
              groups.entrySet().stream()
                  .map(group -> new SettingsGroup(group.getKey(), group.getValue()))
                  .toList()));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }
}

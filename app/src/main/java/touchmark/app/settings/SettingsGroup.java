package touchmark.app.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Settings under one heading, in the order of the file.
///
/// @param name the section or profile; empty for settings under no heading
/// @param values as the file writes them, the last of a key that is there twice
public record SettingsGroup(String name, Map<String, String> values) {
  public SettingsGroup {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}

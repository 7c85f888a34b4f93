package touchmark.app.settings;

import java.util.List;
import java.util.Optional;

/// What a file of settings says.
///
/// @param name of the profile, as the file has it
/// @param inherits the profile from which everything else comes that is not said here. It is named,
///   not looked for
/// @param groups in the order of the file
public record Settings(
    Optional<String> name, Optional<String> inherits, List<SettingsGroup> groups) {
  public Settings {
    groups = List.copyOf(groups);
  }

  /// How many keys there are in all groups.
  public int count() {
    return groups.stream().mapToInt(group -> group.values().size()).sum();
  }
}

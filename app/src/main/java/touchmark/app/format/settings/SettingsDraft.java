package touchmark.app.format.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;

/// Collects settings while a file is read. Groups of one name are one.
public final class SettingsDraft {
  /// Largest file of settings, bytes. The largest that slicers bring are some two million.
  public static final int LARGEST = 64 << 20;

  /// Most keys, and most groups.
  public static final int MOST = 500_000;

  /// Most characters of a key with all that it stands below.
  public static final int LONGEST_KEY = 4_096;

  private final Path file;
  private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
  private Map<String, String> current = new LinkedHashMap<>();
  private int count;
  private long characters;

  /// @param file for messages
  public SettingsDraft(Path file) {
    this.file = file;
  }

  /// Goes on with a group.
  public void group(String name) throws FormatException {
    counted();
    current = groups.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  /// Sets a key of the current group; at first, of the group without a name.
  public void put(String key, String value) throws FormatException {
    counted();
    characters += (long) key.length() + value.length();
    if (key.length() > LONGEST_KEY || characters > LARGEST) {
      throw new FormatException(
          file,
          "the whole file",
          "keys of at most " + LONGEST_KEY + " characters, and " + LARGEST + " in all",
          "more");
    }
    if (groups.isEmpty()) {
      group("");
    }
    current.put(key, value);
  }

  /// What a key of a group has so far.
  public Optional<String> value(String group, String key) {
    return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(key));
  }

  /// Whether there is a group of that name.
  public boolean hasGroup(String name) {
    return groups.containsKey(name);
  }

  /// All of it. Groups without keys are left out.
  public Settings settings(Optional<String> name, Optional<String> inherits) {
    List<SettingsGroup> filled =
        groups.entrySet().stream()
            .filter(group -> !group.getValue().isEmpty())
            .map(group -> new SettingsGroup(group.getKey(), group.getValue()))
            .toList();
    return new Settings(name.filter(text -> !text.isBlank()), inherits, filled);
  }

  private void counted() throws FormatException {
    count++;
    if (count > MOST) {
      throw new FormatException(file, "the whole file", "at most " + MOST + " settings", "more");
    }
  }

  /// Text as UTF-8, or as Latin-1 where it is none; without a byte order mark.
  public static String text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

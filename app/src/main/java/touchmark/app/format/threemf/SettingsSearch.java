package touchmark.app.format.threemf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.Read;
import touchmark.app.format.ini.IniText;
import touchmark.app.format.json.JsonSettings;
import touchmark.app.format.settings.SettingsDraft;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;

/// The settings that slicers keep in a 3MF: PrusaSlicer's as comments, OrcaSlicer's and Bambu
/// Studio's as JSON, Cura's as one text for each of its containers.
final class SettingsSearch {
  private static final int LARGEST = 16 << 20;
  private static final String PRUSA = "Metadata/Slic3r_PE.config";
  private static final String ORCA = "Metadata/project_settings.config";
  private static final String CURA = "Cura/";

  private SettingsSearch() {}

  /// A file's content with the settings that lie beside it. Settings that cannot be read do not
  /// make the rest unreadable; a remark says so.
  static Read beside(Read read, Path file, ZipParts zip) throws FormatException, IOException {
    try {
      return read.beside(find(file, zip));
    } catch (UnreadableSettings e) {
      return read.remarking(List.of("its settings cannot be read: " + e.getMessage()));
    }
  }

  private static Optional<Settings> find(Path file, ZipParts zip)
      throws FormatException, IOException, UnreadableSettings {
    for (String name : List.of(PRUSA, ORCA)) {
      Optional<ZipPart> part = zip.find(name);
      if (part.isPresent()) {
        return Optional.of(read(file, zip, part.get(), name));
      }
    }
    List<SettingsGroup> groups = new ArrayList<>();
    for (String name : zip.names()) {
      Optional<ZipPart> part = zip.find(name);
      if (name.startsWith(CURA) && name.endsWith(".cfg") && part.isPresent()) {
        for (SettingsGroup group : read(file, zip, part.get(), CURA).groups()) {
          groups.add(
              new SettingsGroup(
                  name.substring(CURA.length()) + " " + group.name(), group.values()));
        }
      }
    }
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(new Settings(Optional.empty(), Optional.empty(), groups));
  }

  /// @param kind the name that was looked for
  private static Settings read(Path file, ZipParts zip, ZipPart part, String kind)
      throws FormatException, IOException, UnreadableSettings {
    String text = SettingsDraft.text(zip.read(part, LARGEST));
    try {
      return switch (kind) {
        case PRUSA -> IniText.readCommented(file, text);
        case ORCA -> JsonSettings.read(file, text);
        default -> IniText.read(file, text);
      };
    } catch (FormatException e) {
      throw new UnreadableSettings(e.inside(part.name()));
    }
  }

  private static final class UnreadableSettings extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableSettings(FormatException cause) {
      super(cause.getMessage(), cause);
    }
  }
}

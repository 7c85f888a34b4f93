package touchmark.app.format.curaprofile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.ini.IniText;
import touchmark.app.format.settings.ProfileScripts;
import touchmark.app.format.settings.SettingsDraft;
import touchmark.app.format.zip.ZipPart;
import touchmark.app.format.zip.ZipParts;
import touchmark.app.settings.Settings;
import touchmark.app.settings.SettingsGroup;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads `.curaprofile`: a ZIP archive whose parts are `.inst.cfg` texts, one for the printer and
/// one for each extruder. Their names say nothing, so the archive's own name tells.
public final class CuraProfileReader implements FormatReader {
  private static final int LARGEST = 64 << 20;
  private static final int LARGEST_PART = 16 << 20;

  @Override
  public boolean recognises(Head head) {
    return head.hasAt(0, "PK\u0003\u0004") && head.isNamed(".curaprofile");
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    Path file = source.path();
    ZipParts zip = ZipParts.of(file, source.whole(LARGEST));
    List<SettingsGroup> groups = new ArrayList<>();
    Optional<String> name = Optional.empty();
    Optional<String> inherits = Optional.empty();
    long unpacked = 0;
    for (String part : zip.names()) {
      progress.reached(0, 0);
      Optional<ZipPart> found = zip.find(part);
      if (found.isEmpty()) {
        continue;
      }
      byte[] bytes = zip.read(found.get(), LARGEST_PART);
      unpacked += bytes.length;
      if (unpacked > SettingsDraft.LARGEST) {
        throw new FormatException(
            file, part, "at most " + SettingsDraft.LARGEST + " bytes unpacked", "more");
      }
      Settings settings = IniText.read(file, SettingsDraft.text(bytes));
      for (SettingsGroup group : settings.groups()) {
        groups.add(new SettingsGroup(part + " " + group.name(), group.values()));
      }
      name = name.or(settings::name);
      inherits = inherits.or(settings::inherits);
    }
    Settings all = new Settings(name, inherits, groups);
    return new Read(
        new Format("Cura profile", DataType.CONFIGURATION),
        new ProductData.Configured(all),
        List.of(),
        ProfileScripts.find(all));
  }
}

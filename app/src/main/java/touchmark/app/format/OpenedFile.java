package touchmark.app.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.settings.EmbeddedSettings;
import touchmark.app.settings.Settings;
import touchmark.ledger.model.Fingerprint;

/// A file that was read once: its fingerprint and its content come from the same bytes.
///
/// @param remarks what of it was left out or stands for something else, a sentence each
/// @param beside settings that lie beside the data in an archive
public record OpenedFile(
    Path path,
    long size,
    Fingerprint fingerprint,
    Format format,
    ProductData data,
    List<Thumbnail> thumbnails,
    List<EmbeddedScript> scripts,
    List<String> remarks,
    Optional<Settings> beside) {
  public OpenedFile {
    thumbnails = List.copyOf(thumbnails);
    scripts = List.copyOf(scripts);
    remarks = List.copyOf(remarks);
  }

  /// One with nothing to remark, and without settings beside its data.
  public OpenedFile(
      Path path,
      long size,
      Fingerprint fingerprint,
      Format format,
      ProductData data,
      List<Thumbnail> thumbnails,
      List<EmbeddedScript> scripts) {
    this(path, size, fingerprint, format, data, thumbnails, scripts, List.of(), Optional.empty());
  }

  /// The settings that the file is, says that it was made with, or brings along.
  public Optional<Settings> settings() {
    return switch (data) {
      case ProductData.Configured(Settings settings) -> Optional.of(settings);
      case ProductData.Sliced sliced -> beside.or(() -> EmbeddedSettings.of(sliced.facts()));
      case ProductData.Model _,
          ProductData.Layered _,
          ProductData.Cad _,
          ProductData.Results _,
          ProductData.Unread _ ->
          beside;
    };
  }

  /// The last part of the path.
  public String name() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }
}

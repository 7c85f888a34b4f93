package touchmark.app.format;

import java.util.List;
import java.util.Optional;
import touchmark.app.settings.Settings;

/// What a [FormatReader] got out of a file.
///
/// @param settings those that lie beside the data in an archive
public record Read(
    Format format,
    ProductData data,
    List<Thumbnail> thumbnails,
    List<EmbeddedScript> scripts,
    Optional<Settings> settings) {
  public Read {
    thumbnails = List.copyOf(thumbnails);
    scripts = List.copyOf(scripts);
  }

  /// Without settings beside the data.
  public Read(
      Format format, ProductData data, List<Thumbnail> thumbnails, List<EmbeddedScript> scripts) {
    this(format, data, thumbnails, scripts, Optional.empty());
  }

  /// Data alone, without pictures or scripts.
  public Read(Format format, ProductData data) {
    this(format, data, List.of(), List.of());
  }
}

package touchmark.app.format;

import java.util.List;

/// What a [FormatReader] got out of a file.
public record Read(
    Format format, ProductData data, List<Thumbnail> thumbnails, List<EmbeddedScript> scripts) {
  public Read {
    thumbnails = List.copyOf(thumbnails);
    scripts = List.copyOf(scripts);
  }

  /// Data alone, without pictures or scripts.
  public Read(Format format, ProductData data) {
    this(format, data, List.of(), List.of());
  }
}

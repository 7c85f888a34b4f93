package touchmark.app.format;

import java.nio.file.Path;
import java.util.List;
import touchmark.ledger.model.Fingerprint;

/// A file that was read once: its fingerprint and its content come from the same bytes.
public record OpenedFile(
    Path path,
    long size,
    Fingerprint fingerprint,
    Format format,
    ProductData data,
    List<Thumbnail> thumbnails,
    List<EmbeddedScript> scripts) {
  public OpenedFile {
    thumbnails = List.copyOf(thumbnails);
    scripts = List.copyOf(scripts);
  }

  /// The last part of the path.
  public String name() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }
}

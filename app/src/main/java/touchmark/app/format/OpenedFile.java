package touchmark.app.format;

import java.nio.file.Path;
import java.util.List;
import touchmark.ledger.model.Fingerprint;

/// A file that was read once: its fingerprint and its content come from the same bytes.
///
/// @param remarks what of it was left out or stands for something else, a sentence each
public record OpenedFile(
    Path path,
    long size,
    Fingerprint fingerprint,
    Format format,
    ProductData data,
    List<Thumbnail> thumbnails,
    List<EmbeddedScript> scripts,
    List<String> remarks) {
  public OpenedFile {
    thumbnails = List.copyOf(thumbnails);
    scripts = List.copyOf(scripts);
    remarks = List.copyOf(remarks);
  }

  /// One with nothing to remark.
  public OpenedFile(
      Path path,
      long size,
      Fingerprint fingerprint,
      Format format,
      ProductData data,
      List<Thumbnail> thumbnails,
      List<EmbeddedScript> scripts) {
    this(path, size, fingerprint, format, data, thumbnails, scripts, List.of());
  }

  /// The last part of the path.
  public String name() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }
}

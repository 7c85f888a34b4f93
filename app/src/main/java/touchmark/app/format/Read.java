package touchmark.app.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchmark.app.settings.Settings;

/// What a [FormatReader] got out of a file.
///
/// @param remarks what of the file was left out or stands for something else, a sentence each
/// @param settings those that lie beside the data in an archive
public record Read(
    Format format,
    ProductData data,
    List<Thumbnail> thumbnails,
    List<EmbeddedScript> scripts,
    List<String> remarks,
    Optional<Settings> settings) {
  public Read {
    thumbnails = List.copyOf(thumbnails);
    scripts = List.copyOf(scripts);
    remarks = List.copyOf(remarks);
  }

  /// All of a file, with nothing to remark and no settings beside the data.
  public Read(
      Format format, ProductData data, List<Thumbnail> thumbnails, List<EmbeddedScript> scripts) {
    this(format, data, thumbnails, scripts, List.of(), Optional.empty());
  }

  /// Data alone, without pictures or scripts.
  public Read(Format format, ProductData data) {
    this(format, data, List.of(), List.of());
  }

  /// The same as another format, for example a compressed one.
  public Read as(Format other) {
    return new Read(other, data, thumbnails, scripts, remarks, settings);
  }

  /// The same with more remarks.
  public Read remarking(List<String> sentences) {
    return new Read(format, data, thumbnails, scripts, joined(remarks, sentences), settings);
  }

  /// The same with more scripts.
  public Read showing(List<EmbeddedScript> found) {
    return new Read(format, data, thumbnails, joined(scripts, found), remarks, settings);
  }

  private static <T> List<T> joined(List<T> first, List<T> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  /// The same with settings beside the data.
  public Read beside(Optional<Settings> found) {
    return new Read(format, data, thumbnails, scripts, remarks, found);
  }
}

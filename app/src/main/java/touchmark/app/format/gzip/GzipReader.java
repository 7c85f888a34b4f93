package touchmark.app.format.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.UnpackedSource;
import touchmark.ledger.Progress;

/// Reads `.gcode.gz`, `.stl.gz` and their like: unpacks, and has the content read by whoever
/// recognises it. The packed bytes are held, the unpacked ones never as a whole.
public final class GzipReader implements FormatReader {
  /// Largest file that is taken into memory.
  static final int LARGEST = 1 << 30;

  private static final String SUFFIX = ".gz";
  private final List<FormatReader> readers;

  /// @param readers of what may be inside; not of gzip, so that nothing is packed twice
  public GzipReader(List<FormatReader> readers) {
    this.readers = List.copyOf(readers);
  }

  @Override
  public boolean recognises(Head head) {
    return head.hasAt(0, "\u001F\u008B\b") && head.size() <= LARGEST;
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    Path file = source.path();
    byte[] packed = source.whole(LARGEST);
    long size = size(file, packed, progress);
    if (size == 0) {
      throw new FormatException(file, "the unpacked content", "at least one byte", "none");
    }
    UnpackedSource content =
        new UnpackedSource(file, nameInside(file), size, () -> new GzipStream(file, packed));
    Read read = content.read(readers, progress);
    Format format = new Format(read.format().name() + ", compressed", read.format().dataType());
    return read.as(format);
  }

  /// Unpacks once to count, because the size that stands at a file's end is only the last member's,
  /// and only its lower half.
  private static long size(Path file, byte[] packed, Progress progress)
      throws FormatException, IOException {
    byte[] room = new byte[64 * 1024];
    long size = 0;
    try (InputStream in = new GzipStream(file, packed)) {
      for (int count = in.read(room); count >= 0; count = in.read(room)) {
        size += count;
        progress.reached(0, size);
      }
    } catch (IOException e) {
      throw FormatException.causeOf(e);
    }
    return size;
  }

  private static String nameInside(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}

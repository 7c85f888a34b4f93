package touchmark.app.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import touchmark.ledger.Progress;

/// What was packed into a file: readers read it as if it were one. The fingerprint stays that of
/// the file around it.
public final class UnpackedSource implements Source {
  /// Unpacks from the beginning, each time anew.
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  private final Path path;
  private final long size;
  private final Opening opening;
  private final Head head;
  private boolean handedOut;

  /// Unpacks the beginning.
  ///
  /// @param path of the file around it
  /// @param name what the content is called
  /// @param size of the content, bytes, as it was found by unpacking it or as the archive says
  /// @param opening its streams refuse more or fewer bytes than `size`
  /// @throws IOException if the beginning cannot be unpacked
  public UnpackedSource(Path path, String name, long size, Opening opening) throws IOException {
    this.path = path;
    this.size = size;
    this.opening = opening;
    try (InputStream in = opening.open()) {
      byte[] beginning = in.readNBytes((int) Math.min(size, Head.LENGTH));
      this.head = new Head(beginning, size, name);
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Head head() {
    return head;
  }

  @Override
  public InputStream stream() throws IOException {
    if (handedOut) {
      throw new IllegalStateException("a source is read once");
    }
    handedOut = true;
    return opening.open();
  }

  /// Reads it with the first reader that recognises it; content that none knows is
  /// [ProductData.Unread].
  ///
  /// @throws FormatException if it is damaged or cannot be unpacked
  public Read read(List<FormatReader> readers, Progress progress)
      throws FormatException, IOException {
    try {
      for (FormatReader reader : readers) {
        if (reader.recognises(head)) {
          return reader.read(this, progress);
        }
      }
    } catch (IOException e) {
      throw FormatException.causeOf(e);
    }
    return new Read(UnreadKind.guess(head), new ProductData.Unread());
  }
}

package touchmark.app.format;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Fingerprint;

/// Opens product data of any known format.
public final class ProductFiles {
  private final List<FormatReader> readers;

  /// With every reader there is.
  public ProductFiles() {
    this(Formats.readers());
  }

  ProductFiles(List<FormatReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /// Reads a file whole: format by content, data, and SHA-256 of exactly the bytes that were read.
  /// Content that no reader knows is [ProductData.Unread], never an error.
  ///
  /// @throws FormatException if the file is empty or damaged, lies about itself, or changes while
  ///   it is read
  /// @throws IOException if it cannot be read (missing, a directory, no permission)
  public OpenedFile open(Path file, Progress progress) throws FormatException, IOException {
    return open(file, progress, ProductFiles::unseen);
  }

  /// Reads a file whole, and shows the beginning of a long one before its end is read.
  ///
  /// @param early gets the first layers of a large toolpath, and then more and more of it, on the
  ///   thread that reads; nothing of other files. What it sees may belong to a file that is refused
  ///   in the end.
  /// @throws FormatException as [#open(Path, Progress)] does
  /// @throws IOException likewise
  public OpenedFile open(Path file, Progress progress, Consumer<ProductData> early)
      throws FormatException, IOException {
    try (FileSource source = FileSource.open(file, early)) {
      if (source.head().length() == 0) {
        throw new FormatException(file, "the whole file", "at least one byte", "none");
      }
      Read read = read(source, progress);
      Fingerprint fingerprint = source.finish();
      return new OpenedFile(
          file,
          source.size(),
          fingerprint,
          read.format(),
          read.data(),
          read.thumbnails(),
          read.scripts(),
          read.remarks(),
          read.settings());
    }
  }

  /// A file whose content cannot be read: what it seems to be, and its fingerprint.
  ///
  /// @throws IOException if its bytes cannot be read, or change meanwhile
  public OpenedFile openUnread(Path file, Progress progress) throws IOException {
    try (FileSource source = FileSource.open(file, ProductFiles::unseen)) {
      drain(source, progress);
      return new OpenedFile(
          file,
          source.size(),
          source.finish(),
          UnreadKind.guess(source.head()),
          new ProductData.Unread(),
          List.of(),
          List.of());
    } catch (FormatException e) {
      throw changed(file, e);
    }
  }

  /// The fingerprint alone, also of an empty file.
  ///
  /// @throws IOException if it cannot be read, or changes meanwhile
  public Fingerprint fingerprint(Path file, Progress progress) throws IOException {
    try (FileSource source = FileSource.open(file, ProductFiles::unseen)) {
      drain(source, progress);
      return source.finish();
    } catch (FormatException e) {
      throw changed(file, e);
    }
  }

  private static FileSystemException changed(Path file, FormatException cause) {
    FileSystemException told =
        new FileSystemException(file.toString(), null, "this file changed while it was read");
    told.initCause(cause);
    return told;
  }

  private Read read(FileSource source, Progress progress) throws FormatException, IOException {
    for (FormatReader reader : readers) {
      if (reader.recognises(source.head())) {
        return reader.read(source, progress);
      }
    }
    drain(source, progress);
    return new Read(UnreadKind.guess(source.head()), new ProductData.Unread());
  }

  private static void drain(FileSource source, Progress progress) throws IOException {
    do {
      progress.reached(source.filled(), source.size());
    } while (source.fill());
  }

  private static void unseen(ProductData soFar) {
    // nobody waits for the beginning
  }
}

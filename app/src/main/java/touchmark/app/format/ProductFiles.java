package touchmark.app.format;

import java.io.IOException;
import java.nio.file.Path;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Fingerprint;

/// Opens product data of any known format.
public final class ProductFiles {
  /// Reads a file whole: format by content, data, and SHA-256 of exactly the bytes that were read.
  ///
  /// @throws FormatException if the file is damaged, lies about itself, or changes while it is read
  /// @throws IOException if it cannot be read (missing, a directory, no permission)
  public OpenedFile open(Path file, Progress progress) throws FormatException, IOException {
    throw new UnsupportedOperationException();
  }

  /// The fingerprint alone.
  public Fingerprint fingerprint(Path file, Progress progress) throws IOException {
    throw new UnsupportedOperationException();
  }
}

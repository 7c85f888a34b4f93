package touchmark.app.format;

import java.io.IOException;
import touchmark.ledger.Progress;

/// Reads one kind of file. [Formats] lists all of them.
public interface FormatReader {
  /// Whether this reader should read a file that begins like this. Content decides; the name may
  /// only break a tie.
  boolean recognises(Head head);

  /// Reads the whole of a recognised file.
  ///
  /// @param progress told in bytes of the file
  /// @throws FormatException if it is damaged or lies about itself
  /// @throws IOException if its bytes cannot be read
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  Read read(Source source, Progress progress) throws FormatException, IOException;
}

package touchmark.app.format.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.Read;
import touchmark.app.format.zip.ZipParts;
import touchmark.ledger.Progress;

/// A ZIP archive of sliced data, whichever it is.
public final class SlicedArchive {
  private SlicedArchive() {}

  /// Reads what is sliced in an archive; empty when nothing is.
  ///
  /// @param file for messages
  /// @throws FormatException if it is damaged or lies about itself
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static Optional<Read> read(Path file, ZipParts zip, Progress progress)
      throws FormatException, IOException {
    if (GcodePlates.areIn(zip)) {
      return Optional.of(new GcodePlates(file, zip).read(progress));
    }
    if (LayerFiles.areIn(zip)) {
      return Optional.of(new LayerFiles(file, zip).read(progress));
    }
    if (LayerPictures.areIn(zip)) {
      return Optional.of(new LayerPictures(file, zip).read(progress));
    }
    return Optional.empty();
  }
}

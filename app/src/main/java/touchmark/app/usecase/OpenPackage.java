package touchmark.app.usecase;

import java.io.IOException;
import java.nio.file.Path;
import touchmark.app.format.FormatException;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;

/// Opens a `.tmk` package that was addressed to a party of this home: decrypts, checks the bytes
/// against the statement, keeps them in the vault.
public final class OpenPackage {
  /// What was in the package.
  ///
  /// @param file the vault's copy
  /// @param name the name that the sender gave it, without any path
  public record Opened(Path file, Fingerprint fingerprint, String name) {}

  public Opened open(Path packageFile, Party party, Progress progress)
      throws FormatException, IOException, StoreException {
    throw new UnsupportedOperationException();
  }
}

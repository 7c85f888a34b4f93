package touchmark.app.delivery;

import java.io.IOException;
import java.nio.file.Path;

/// A package is damaged, altered, for somebody else, or does not match the ledger. Nothing of it
/// was kept. The message is one sentence: file, place, what was expected, what was found.
public final class PackageException extends IOException {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /// Why, for programs.
  public enum Reason {
    /// Not a package, or of a version that this program does not read.
    NOT_A_PACKAGE,
    /// Cut short, altered, or its parts exchanged.
    ALTERED,
    /// For another organization.
    NOT_FOR_YOU,
    /// The ledger does not hold the send that it belongs to, or holds it otherwise.
    NOT_ON_LEDGER
  }

  PackageException(Reason reason, Path file, String what) {
    super(file.getFileName() + ": " + what);
    this.reason = reason;
  }

  PackageException(Reason reason, Path file, String what, Throwable cause) {
    super(file.getFileName() + ": " + what, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

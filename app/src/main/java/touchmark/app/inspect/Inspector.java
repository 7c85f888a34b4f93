package touchmark.app.inspect;

import touchmark.app.format.OpenedFile;
import touchmark.ledger.Progress;

/// Inspects what a reader made. Never repairs anything.
public final class Inspector {
  /// All findings and facts of a file.
  public Inspection inspect(OpenedFile file, Progress progress) {
    throw new UnsupportedOperationException();
  }
}

package touchmark.app.usecase;

import java.io.IOException;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;

/// Shares a design [Section 3.3, 2; Fig. 11]: record first, then deliver.
public final class ShareDesign {
  /// Records the send and then writes the package. If the package cannot be written the send stands
  /// and the message says how to write it again.
  public Outcome share(ShareRequest request, Party party, Progress progress)
      throws IOException, StoreException {
    throw new UnsupportedOperationException();
  }
}

package touchmark.app.usecase;

import touchmark.app.timeline.Timeline;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;

/// Tells the history of an asset: its claim, sends, derived files, versions of the same owner and
/// id, and what this station refused or found.
public final class TellHistory {
  public Timeline of(Fingerprint fingerprint, Party viewer) throws StoreException {
    throw new UnsupportedOperationException();
  }
}

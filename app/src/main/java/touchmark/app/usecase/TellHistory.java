package touchmark.app.usecase;

import java.io.IOException;
import touchmark.app.timeline.Chronicle;
import touchmark.app.timeline.Timeline;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;

/// Tells the history of an asset: its claim, sends, derived files, versions of the same owner and
/// id, and what this station refused or found.
public final class TellHistory {
  private final Chronicle chronicle;

  public TellHistory(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /// What the history is called, for example `bracket, v1 to v3`.
  public String title(Fingerprint fingerprint, Party viewer) throws StoreException {
    return chronicle.title(fingerprint, viewer.resource());
  }

  /// The history as the viewer may read it.
  ///
  /// @throws StoreException also when the station's journal cannot be read
  public Timeline of(Fingerprint fingerprint, Party viewer) throws StoreException {
    try {
      return chronicle.tell(fingerprint, viewer.resource());
    } catch (IOException e) {
      throw new StoreException("The journal cannot be read: " + e.getMessage() + ".", e);
    }
  }
}

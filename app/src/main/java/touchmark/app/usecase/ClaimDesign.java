package touchmark.app.usecase;

import java.io.IOException;
import java.nio.file.Path;
import touchmark.app.format.FormatException;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;

/// Claims a design [Section 3.3, 1]: fingerprint, sign, record, keep a copy in the vault.
public final class ClaimDesign {
  /// Reads and inspects a file and proposes what to say: id and version from its name and from
  /// earlier claims, source from the slicer's comments.
  public ClaimProposal propose(Path file, Party party, Progress progress)
      throws FormatException, IOException, StoreException {
    throw new UnsupportedOperationException();
  }

  /// Records the claim. The file is read again while it is copied into the vault; if it changed
  /// since the proposal, nothing is recorded.
  public Outcome claim(ClaimRequest request, Party party, Progress progress)
      throws FormatException, IOException, StoreException {
    throw new UnsupportedOperationException();
  }
}

package touchmark.ui.claim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import touchmark.app.format.FormatException;
import touchmark.app.usecase.ClaimProposal;
import touchmark.app.usecase.ClaimRequest;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;

/// What the sheet asks of the rest: method references of the use cases. All of it waits for the
/// disk and is called off the FX thread.
///
/// @param sources what the party holds, and may name as what a file was made from
public record ClaimDesk(Proposals proposals, Claims claims, Sources sources) {
  /// `ClaimDesign::propose`.
  @FunctionalInterface
  public interface Proposals {
    ClaimProposal propose(Path file, Party party, Progress progress)
        throws FormatException, IOException, StoreException;
  }

  /// `ClaimDesign::claim`.
  @FunctionalInterface
  public interface Claims {
    Outcome claim(ClaimRequest request, Party party, Progress progress)
        throws FormatException, IOException, StoreException;
  }

  /// What a party holds.
  @FunctionalInterface
  public interface Sources {
    List<Source> heldBy(Party party) throws StoreException;
  }

  /// A file that another may be made from.
  ///
  /// @param title for people, for example `bracket v2`
  public record Source(Fingerprint fingerprint, String title) {}
}

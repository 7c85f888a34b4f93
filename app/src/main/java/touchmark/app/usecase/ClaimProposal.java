package touchmark.app.usecase;

import java.util.List;
import java.util.Optional;
import touchmark.app.inspect.Inspection;
import touchmark.ledger.model.Recorded;

/// What the station proposes before a claim.
///
/// @param request proposed values, all of which may be changed
/// @param earlier the claim that already stands for these bytes; then a new one would be refused
/// @param ownedBy name of the earlier claimant, for people
/// @param warnings sentences, for example that a small settings file's fingerprint can be guessed
public record ClaimProposal(
    ClaimRequest request,
    Inspection inspection,
    Optional<Recorded> earlier,
    Optional<String> ownedBy,
    List<String> warnings) {
  public ClaimProposal {
    warnings = List.copyOf(warnings);
  }
}

package touchmark.app.usecase;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import touchmark.app.contacts.ReasonBook;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Statement;

/// Says something against a registered file: its owner withdraws it, or anybody disputes it.
/// Verification says CAUTION from then on.
public final class ObjectTo {
  private final Ledger ledger;
  private final Signatory signatory;
  private final ReasonBook reasons;

  public ObjectTo(Ledger ledger, Signatory signatory, ReasonBook reasons) {
    this.ledger = ledger;
    this.signatory = signatory;
    this.reasons = reasons;
  }

  /// Recalls a version for its owner.
  public Outcome withdraw(Fingerprint fingerprint, Party party) throws StoreException {
    Optional<List<SignedBy>> signers = signatory.signFor(party);
    return signers.isEmpty()
        ? Signatory.nobodySigns(party)
        : ledger.submit(
            new Statement.WithdrawVersion(party.resource(), fingerprint), signers.get());
  }

  /// Contests a claim. The reason stays on this station; the chain gets its commitment.
  ///
  /// @throws IllegalArgumentException when the reason is too long or holds control characters
  public Outcome dispute(Fingerprint fingerprint, String reason, Party party)
      throws IOException, StoreException {
    Optional<List<SignedBy>> signers = signatory.signFor(party);
    if (signers.isEmpty()) {
      return Signatory.nobodySigns(party);
    }
    Commitment commitment = reasons.keep(reason);
    Outcome outcome =
        ledger.submit(
            new Statement.Dispute(party.resource(), fingerprint, commitment), signers.get());
    if (outcome instanceof Outcome.Refused) {
      reasons.erase(commitment);
    }
    return outcome;
  }
}

package touchmark.app.usecase;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Follows a physical part by its serial number, from its maker from hand to hand.
public final class FollowPart {
  private final Ledger ledger;
  private final Signatory signatory;

  public FollowPart(Ledger ledger, Signatory signatory) {
    this.ledger = ledger;
    this.signatory = signatory;
  }

  /// Registers a part that the party made from bytes which it holds.
  ///
  /// @throws IllegalArgumentException when the text is no serial number
  public Outcome register(String serialNumber, Fingerprint madeFrom, Party maker)
      throws StoreException {
    return submit(
        new Statement.RegisterPart(new PartId(maker.resource(), serialNumber), madeFrom), maker);
  }

  /// Hands a part on.
  ///
  /// @throws IllegalArgumentException when giver and taker are the same
  public Outcome transfer(PartId part, ResourceId to, Party holder) throws StoreException {
    return submit(new Statement.TransferPart(holder.resource(), to, part), holder);
  }

  /// Its registration and transfers, oldest first; empty when nobody registered it.
  public List<Recorded> history(PartId part) throws StoreException {
    return ledger.history(part);
  }

  /// Who has it now.
  public Optional<ResourceId> holder(PartId part) {
    return ledger.holder(part);
  }

  private Outcome submit(Statement statement, Party party) throws StoreException {
    Optional<List<SignedBy>> signers = signatory.signFor(party);
    return signers.isEmpty()
        ? Signatory.nobodySigns(party)
        : ledger.submit(statement, signers.get());
  }
}
